package io.varve.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final long PATIENCE_NANOS = Strangers.PATIENCE.toNanos();

    private final Strangers strangers = new Strangers();

    @Test
    void node_isAStranger_onlyWhenItLivesOutsideForLong() {
        assertThat(strangers.lasting(Set.of("a", "b"), Set.of("a"), 0)).isEmpty();
        assertThat(strangers.lasting(Set.of("a", "b"), Set.of("a"), PATIENCE_NANOS))
                .containsExactly("b");
    }

    @Test
    void node_thatJoins_isNoStrangerAnyMore() {
        strangers.lasting(Set.of("b"), Set.of("a"), 0);
        assertThat(strangers.lasting(Set.of("b"), Set.of("a", "b"), PATIENCE_NANOS - 1))
                .isEmpty();
        assertThat(strangers.lasting(Set.of("b"), Set.of("a"), PATIENCE_NANOS)).isEmpty();
    }

    @Test
    void oneOfTwoClusters_yields() {
        assertThat(Strangers.isToYield(Set.of("a"), Set.of("b", "c"))).isTrue();
        assertThat(Strangers.isToYield(Set.of("b", "c"), Set.of("a"))).isFalse();
        assertThat(Strangers.isToYield(Set.of("a", "d"), Set.of("b", "c"))).isFalse();
        assertThat(Strangers.isToYield(Set.of("b", "c"), Set.of("a", "d"))).isTrue();
    }
}
