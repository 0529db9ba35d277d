package io.varve.node.entity;

import java.util.Optional;

/**
 * A kind of entity: its name, types and decider. A new kind is one such value and one line in the list of kinds.
 *
 * @param name the type key, persistence id prefix and tag prefix; frozen once journaled
 * @param tags how many tags the kind's events are dealt to; frozen once the keyspace exists
 * @param saga present when the entity drives others
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
        Optional<Saga<C, S>> saga) {

    public String persistenceId(String entityId) {
        return name + "|" + entityId;
    }

    /** The one tag of all events of an entity. */
    public String tagOf(String entityId) {
        return tag(Math.floorMod(entityId.hashCode(), tags));
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
