package io.varve.read.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When to ask Cassandra for the rows of a journal that is not heard of: less and less often. */
final class SilentWriter {
    private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<Integer, Long> lookedUp = new HashMap<>();
    private long delayNanos = FIRST_NANOS;
    private long dueNanoTime = System.nanoTime();
    private boolean closed;
    private boolean atItsEnd;

    boolean isDue() {
        return !atItsEnd && System.nanoTime() - dueNanoTime >= 0;
    }

    void foundSomething() {
        delayNanos = FIRST_NANOS;
        dueNanoTime = System.nanoTime();
    }

    /** @param patienceOver whether nothing can be on its way any more */
    void foundNothing(boolean patienceOver) {
        atItsEnd = closed && patienceOver;
        dueNanoTime = System.nanoTime() + delayNanos;
        delayNanos = Math.min(2 * delayNanos, LONGEST_NANOS);
    }

    /** It is known to be dead. */
    void closed(boolean isClosed) {
        closed = isClosed;
    }

    boolean isClosed() {
        return closed;
    }

    /** It is dead, and everything was read. */
    boolean isAtItsEnd() {
        return atItsEnd;
    }

    /** Whether the unconfirmed row of a slice has been looked up before. */
    boolean isLookedUp(int slice, long number) {
        return number <= lookedUp.getOrDefault(slice, 0L);
    }

    void lookedUp(int slice, long number) {
        lookedUp.merge(slice, number, Math::max);
    }
}
