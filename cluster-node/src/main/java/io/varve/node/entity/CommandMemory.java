package io.varve.node.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recent commands of one entity and their outcomes, so that a repeat is answered as the first time.
 *
 * <p>Bounded by count: {@link #forgottenUpTo} tells how far back the memory does not reach.
 */
final class CommandMemory<A, R> {
    private final int capacity;
    private final Map<String, Entry<A, R>> byId = new LinkedHashMap<>();
    private long forgottenUpTo;

    /** A command that was decided; exactly one of answer and refusal is present. */
    record Entry<A, R>(String commandId, String digest, long revision, A answer, R refusal) {
        Outcome<A, R> outcome() {
            return refusal == null
                    ? new Outcome.Accepted<>(answer, revision, false)
                    : new Outcome.Refused<>(refusal, revision, false);
        }
    }

    CommandMemory(int capacity) {
        this.capacity = capacity;
    }

    Optional<Entry<A, R>> find(String commandId) {
        return Optional.ofNullable(byId.get(commandId));
    }

    /** A command of several events is remembered at its last one. */
    void remember(Entry<A, R> entry) {
        byId.put(entry.commandId(), entry);
        if (byId.size() > capacity) {
            var eldest = byId.entrySet().iterator();
            forgottenUpTo = Math.max(forgottenUpTo, eldest.next().getValue().revision());
            eldest.remove();
        }
    }

    /** The revision of the latest command that is no longer remembered, 0 while all are. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    List<Entry<A, R>> entries() {
        return new ArrayList<>(byId.values());
    }

    void restore(long forgotten, List<Entry<A, R>> entries) {
        byId.clear();
        forgottenUpTo = forgotten;
        entries.forEach(this::remember);
    }
}
