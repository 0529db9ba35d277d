package io.varve.node.entity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What became of a command.
 *
 * @param <A> the kind's answer
 * @param <R> the kind's reasons to refuse
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
})
public sealed interface Outcome<A, R> {
    /**
     * The command took effect and is durable.
     *
     * @param revision the entity's revision (journal sequence number) after the command
     * @param repeated true when it took effect earlier and this is the first answer again
     */
    record Accepted<A, R>(A answer, long revision, boolean repeated) implements Outcome<A, R> {}

    /** The command had no effect, and the same command will not have one later. */
    record Refused<A, R>(R reason, long revision, boolean repeated) implements Outcome<A, R> {}

    /** The entity host could not, or would not, carry the command out. */
    record Failed<A, R>(Failure failure, long revision) implements Outcome<A, R> {}

    enum Failure {
        /** The expected revision is not the entity's revision; nothing happened. */
        REVISION_MISMATCH,
        /** The command's id was used before with other content; nothing happened. */
        COMMAND_ID_REUSED,
        /** Too many commands wait for this entity; nothing happened. */
        OVERLOADED,
        /** The entity stopped before it looked at the command; nothing happened. */
        UNAVAILABLE,
        /** The write failed or no answer came in time: the command may have taken effect. Repeat it. */
        OUTCOME_UNKNOWN,
        /** A repeated saga step that may be older than what the entity remembers; its journal can tell. */
        TOO_OLD_TO_TELL
    }

    /** The same outcome, marked as the repeat of an earlier answer. */
    default Outcome<A, R> repeat() {
        if (this instanceof Accepted<A, R> a) {
            return new Accepted<>(a.answer(), a.revision(), true);
        }
        if (this instanceof Refused<A, R> r) {
            return new Refused<>(r.reason(), r.revision(), true);
        }
        return this;
    }
}
