package io.varve.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final long SILENCE_NANOS = Neighbours.SILENCE.toNanos();

    private final Neighbours neighbours = new Neighbours();

    @Test
    void node_isTakenToLive_whenItIsSeenForTheFirstTime() {
        neighbours.hear(Map.of("b", FIRST, "a", FIRST), 5);
        assertThat(neighbours.living(5)).containsExactly("a", "b");
        assertThat(neighbours.living(5 + SILENCE_NANOS - 1)).containsExactly("a", "b");
    }

    @Test
    void node_isDead_whenItsBeatDoesNotChange() {
        neighbours.hear(Map.of("a", FIRST, "b", FIRST), 0);
        neighbours.hear(Map.of("a", FIRST, "b", SECOND), SILENCE_NANOS / 2);
        assertThat(neighbours.living(SILENCE_NANOS)).containsExactly("b");
        neighbours.hear(Map.of("a", SECOND, "b", SECOND), SILENCE_NANOS);
        assertThat(neighbours.living(SILENCE_NANOS)).containsExactly("a", "b");
    }

    @Test
    void node_thatHasLeft_isGoneAtOnce() {
        neighbours.hear(Map.of("a", FIRST), 0);
        neighbours.hear(Map.of(), 1);
        assertThat(neighbours.living(1)).isEmpty();
    }

    @Test
    void silence_isTold_byItsLength() {
        neighbours.hear(Map.of("a", FIRST), 0);
        assertThat(neighbours.silentFor(Duration.ofNanos(10), 9)).isEmpty();
        assertThat(neighbours.silentFor(Duration.ofNanos(10), 10)).containsExactly("a");
    }
}
