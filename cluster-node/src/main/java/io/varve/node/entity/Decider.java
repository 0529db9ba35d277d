package io.varve.node.entity;

import java.util.Optional;

/**
 * A kind of entity as pure functions: no actor, no clock, no random, no I/O.
 *
 * @param <C> commands, a sealed interface
 * @param <E> events, a sealed interface; they carry results
 * @param <S> states, a sealed interface with a record per life stage
 * @param <A> what an accepted command is answered
 * @param <R> why a command is refused, an enum
 */
public interface Decider<C, E, S, A, R extends Enum<R>> {
    /** The state of an entity that nothing has happened to. */
    S initial(String entityId);

    /** Every pair of life stage and command answers. */
    Decision<E, R> decide(S state, C command, CommandMeta meta);

    S evolve(S state, E event);

    /** The answer to the command that led to this state; a function of the state, so that a replay makes it again. */
    A answer(S state);

    /**
     * The answer to an accepted command that changed nothing: a PUT of what is there already, or a question, which is a
     * command that never has events. It is not remembered: its repeat is decided again.
     */
    default A unchanged(S state, C command) {
        return answer(state);
    }

    /**
     * What a repeat of the command has in common with the first, as bytes; empty when that is the whole command. Needed
     * where a command also carries what its sender did not choose and what may differ the second time.
     */
    default Optional<byte[]> content(C command) {
        return Optional.empty();
    }

    /** The reason that the event records, if it records a refusal. */
    Optional<R> refusalOf(E event);
}
