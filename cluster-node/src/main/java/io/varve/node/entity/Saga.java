package io.varve.node.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes an entity a saga: its state says which step is due and the entity host carries it out.
 *
 * <p>One step is due at a time, and a step's id derives from the saga's id: after a crash the host simply
 * sends the step that is due again, and the entity that it drives recognises the repeat.
 *
 * @param <C> the saga's own commands
 * @param <S> the saga's states
 */
public interface Saga<C, S> {
    /** The step that is due in this state, or empty if the saga waits or has ended. */
    Optional<Step> due(S state);

    /**
     * The command that tells the saga the outcome of a step: accepted, refused, or failed with
     * {@link Outcome.Failure#COMMAND_ID_REUSED}. Other failures are not outcomes; the host repeats the step.
     */
    C answered(Step step, Outcome<?, ?> outcome);

    /** When the saga wants to be told that the time has come, or empty. */
    Optional<Instant> alarm(S state);

    /** The command that tells the saga that its {@link #alarm} has come. */
    C alarmed();

    /** True when the saga has begun and does nothing more by itself: then those who await its outcome are told. */
    boolean resting(S state);

    /** True when the saga may be dropped from memory: nothing is due and no alarm is set. */
    default boolean forgettable(S state) {
        return due(state).isEmpty() && alarm(state).isEmpty();
    }

    /**
     * A command for another entity.
     *
     * @param stepId the id of the command; unique within the target entity, the same at every repeat
     * @param kind the name of the target's kind
     */
    record Step(String stepId, String kind, String entityId, Object command) {}
}
