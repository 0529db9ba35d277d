package io.varve.read.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** When to ask Cassandra for the rows of a journal that is not heard of: less and less often. */
final class SilentWriter {
    private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<Integer, Set<Long>> lookedUp = new HashMap<>();
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

    /** @param nothingLeft whether nothing is there, nor can be on its way any more */
    void foundNothing(boolean nothingLeft) {
        atItsEnd = closed && nothingLeft;
        dueNanoTime = System.nanoTime() + delayNanos;
        delayNanos = Math.min(2 * delayNanos, LONGEST_NANOS);
    }

    /** It is known to be dead. */
    void closed(boolean isClosed) {
        if (isClosed && !closed) {
            // Now the position may pass what was looked up.
            foundSomething();
        }
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
        return lookedUp.getOrDefault(slice, Set.of()).contains(number);
    }

    /** @param numbers all unconfirmed rows that were found; those of before are confirmed or passed by now */
    void lookedUp(int slice, Collection<Long> numbers) {
        lookedUp.put(slice, Set.copyOf(numbers));
    }
}
