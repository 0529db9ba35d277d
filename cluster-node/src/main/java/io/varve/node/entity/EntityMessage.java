package io.varve.node.entity;

/** What travels between nodes to and from an entity. */
public sealed interface EntityMessage {
    String kind();

    /** Something sent to an entity, which sharding routes by its id. */
    sealed interface Inbound extends EntityMessage {
        String entityId();
    }

    /**
     * A command.
     *
     * @param expectedRevision the revision that the entity must have, or null
     * @param searchedTo for a command that may have been sent before: the revision up to which the journal is
     *     known not to hold it (0: nothing is known); {@link #NEVER_SENT} for a command sent for the first time
     *     and for clients' commands
     */
    record Command<C>(String kind, String entityId, CommandMeta meta, Long expectedRevision, long searchedTo, C command)
            implements Inbound {
        public static final long NEVER_SENT = -1;
    }

    /** Asks a saga to answer as soon as it rests. */
    record AwaitRest(String kind, String entityId) implements Inbound {}

    /**
     * The answer to a command.
     *
     * @param commandId the id of the command that is answered
     */
    record Reply<A, R>(String kind, String commandId, Outcome<A, R> outcome) implements EntityMessage {}
}
