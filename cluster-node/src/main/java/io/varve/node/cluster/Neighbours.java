package io.varve.node.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which other nodes live: those whose beat has changed lately. Nobody's clock has a say but the time that passes here,
 * so of a node that is seen for the first time it cannot be told yet, and it is taken to live.
 */
final class Neighbours {
    /** Longer than a node needs to beat again once Cassandra is back after an outage. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private final Map<String, Heard> heard = new HashMap<>();

    private record Heard(UUID beat, long nanoTime) {}

    /** @param beats the last of each other node, by its address */
    void hear(Map<String, UUID> beats, long nanoTime) {
        heard.keySet().retainAll(beats.keySet());
        beats.forEach((address, beat) -> heard.compute(
                address,
                (same, before) -> before != null && before.beat().equals(beat) ? before : new Heard(beat, nanoTime)));
    }

    /** The addresses of those that live, sorted. */
    Set<String> living(long nanoTime) {
        var living = new TreeSet<>(heard.keySet());
        living.removeAll(silentFor(SILENCE, nanoTime));
        return living;
    }

    /** The addresses of those that have not beaten for so long, sorted. */
    Set<String> silentFor(Duration duration, long nanoTime) {
        var silent = new TreeSet<String>();
        heard.forEach((address, last) -> {
            if (nanoTime - last.nanoTime() >= duration.toNanos()) {
                silent.add(address);
            }
        });
        return silent;
    }
}
