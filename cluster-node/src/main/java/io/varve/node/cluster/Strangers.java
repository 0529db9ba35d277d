package io.varve.node.cluster;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Nodes that live on the keyspace but are no members of the cluster: for a while those that join, or were just removed. */
final class Strangers {
    /** Longer than to join takes, or to be known as dead. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Map<String, Long> sinceNanoTime = new HashMap<>();

    /**
     * @param living the other nodes that live
     * @param members the members of the cluster
     * @return those that have been strangers for longer than one may be, sorted
     */
    Set<String> lasting(Set<String> living, Set<String> members, long nanoTime) {
        var now = new TreeSet<>(living);
        now.removeAll(members);
        sinceNanoTime.keySet().retainAll(now);
        now.forEach(address -> sinceNanoTime.putIfAbsent(address, nanoTime));
        now.removeIf(address -> nanoTime - sinceNanoTime.get(address) < PATIENCE.toNanos());
        return now;
    }

    /** Whether this cluster gives way to that of the strangers: the smaller one does, of equal ones that of the later address. */
    static boolean isToYield(Set<String> members, Set<String> strangers) {
        return members.size() != strangers.size()
                ? members.size() < strangers.size()
                : Collections.min(members).compareTo(Collections.min(strangers)) > 0;
    }
}
