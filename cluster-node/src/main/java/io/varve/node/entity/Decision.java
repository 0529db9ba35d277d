package io.varve.node.entity;

import java.util.List;
import java.util.Optional;

/**
 * What a decider makes of a command: events when it is accepted, a reason when it is refused.
 *
 * <p>A refusal may have an event too, so that it is remembered for ever and a repeat of the command is
 * refused again even when the state would allow it by then.
 */
public record Decision<E, R>(List<E> events, Optional<R> refusal) {
    public static <E, R> Decision<E, R> accept(List<? extends E> events) {
        return new Decision<>(List.copyOf(events), Optional.empty());
    }

    public static <E, R> Decision<E, R> accept(E event) {
        return new Decision<>(List.of(event), Optional.empty());
    }

    /** Refuses without a trace. */
    public static <E, R> Decision<E, R> refuse(R reason) {
        return new Decision<>(List.of(), Optional.of(reason));
    }

    /** Refuses and journals the refusal; {@link Decider#refusalOf} must find the reason in the event. */
    public static <E, R> Decision<E, R> refuse(R reason, E event) {
        return new Decision<>(List.of(event), Optional.of(reason));
    }
}
