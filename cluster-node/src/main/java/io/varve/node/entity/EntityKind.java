package io.varve.node.entity;

import java.util.Optional;

/**
 * A kind of entity: its name, types and decider. A new kind is one such value and one line in the list of kinds.
 *
 * @param name the type key, persistence id prefix and tag prefix; frozen once journaled
 * @param tags how many tags the kind's events are dealt to; frozen once the keyspace exists
 * @param saga present when the entity drives others
 * @param limits what the kind needs to be lower than the node's settings
 */
public record EntityKind<C, E, S, A, R extends Enum<R>>(
        String name,
        int tags,
        Class<C> commandType,
        Class<E> eventType,
        Class<S> stateType,
        Class<A> answerType,
        Class<R> reasonType,
        Decider<C, E, S, A, R> decider,
        Optional<Saga<C, S>> saga,
        EntityLimits limits) {

    /** A kind that has no limits of its own. */
    public EntityKind(
            String name,
            int tags,
            Class<C> commandType,
            Class<E> eventType,
            Class<S> stateType,
            Class<A> answerType,
            Class<R> reasonType,
            Decider<C, E, S, A, R> decider,
            Optional<Saga<C, S>> saga) {
        this(name, tags, commandType, eventType, stateType, answerType, reasonType, decider, saga, EntityLimits.NONE);
    }

    public String persistenceId(String entityId) {
        return name + "|" + entityId;
    }

    /** The one tag of all events of an entity: that of its slice, so that on either journal one worker has them. */
    public String tagOf(String entityId) {
        return tag(EntitySlice.of(persistenceId(entityId)) * tags / EntitySlice.COUNT);
    }

    public String tag(int n) {
        return name + "-" + n;
    }

    /** The typed view of a message that names this kind: the serializer, or the door, made it of our types. */
    @SuppressWarnings("unchecked")
    EntityMessage.Command<C> command(EntityMessage.Command<?> message) {
        return (EntityMessage.Command<C>) message;
    }

    @SuppressWarnings("unchecked")
    Recorded<E> recorded(Journaled<?> journaled) {
        return (Recorded<E>) journaled.recorded();
    }
}
