package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

/** Given events, when a command, then events or a refusal. */
public final class DeciderSpec<C, E, S, A, R extends Enum<R>> {
    /** When each command of a specification is received. */
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final Decider<C, E, S, A, R> decider;
    private final S state;

    private DeciderSpec(Decider<C, E, S, A, R> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    public static <C, E, S, A, R extends Enum<R>> DeciderSpec<C, E, S, A, R> given(
            Decider<C, E, S, A, R> decider, String entityId, List<? extends E> events) {
        S state = decider.initial(entityId);
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return new DeciderSpec<>(decider, state);
    }

    public S state() {
        return state;
    }

    public Then when(C command) {
        return new Then(decider.decide(state, command, new CommandMeta("id", "digest", "somebody", NOW)));
    }

    /** What came of the command. */
    public final class Then {
        private final Decision<E, R> decision;

        private Then(Decision<E, R> decision) {
            this.decision = decision;
        }

        public Then then(E event) {
            return then(List.of(event));
        }

        public Then then(List<? extends E> events) {
            assertThat(decision.refusal()).isEmpty();
            assertThat(decision.events()).isEqualTo(events);
            return this;
        }

        /** Accepted, and nothing has happened. */
        public Then thenNothing() {
            assertThat(decision.refusal()).isEmpty();
            assertThat(decision.events()).isEmpty();
            return this;
        }

        /** Refused, and the journal will say so. */
        public Then thenRefused(R reason) {
            assertThat(decision.refusal()).contains(reason);
            assertThat(decision.events()).hasSize(1).allSatisfy(event -> {
                assertThat(decider.refusalOf(event)).contains(reason);
                assertThat(decider.evolve(state, event)).isEqualTo(state);
            });
            return this;
        }

        /** Refused, and nothing is journaled. */
        public Then thenRefusedWithoutTrace(R reason) {
            assertThat(decision.refusal()).contains(reason);
            assertThat(decision.events()).isEmpty();
            return this;
        }

        public S state() {
            S after = state;
            for (E event : decision.events()) {
                after = decider.evolve(after, event);
            }
            return after;
        }

        public A answer() {
            return decider.answer(state());
        }
    }
}
