package io.varve.node.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recent commands of one entity and their outcomes, so that a repeat is answered as the first time.
 *
 * <p>Bounded by count, and by what the process's entities remember together: {@link #forgottenUpTo} tells how far back
 * the memory does not reach.
 */
final class CommandMemory<A, R> {
    /** What an entity remembers also when the others leave nothing. */
    private static final int FLOOR = 100;

    private final int capacity;
    private final MemoryBudget budget;
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

    CommandMemory(int capacity, MemoryBudget budget) {
        this.capacity = capacity;
        this.budget = budget;
    }

    Optional<Entry<A, R>> find(String commandId) {
        return Optional.ofNullable(byId.get(commandId));
    }

    /** A command of several events is remembered at its last one. */
    void remember(Entry<A, R> entry) {
        if (byId.put(entry.commandId(), entry) == null) {
            budget.use(1);
        }
        if (byId.size() > capacity) {
            forgetEldest();
        }
        // Two for one, so that a budget that was overdrawn by others comes down.
        for (int n = 0; n < 2 && budget.isExceeded() && byId.size() > FLOOR; n++) {
            forgetEldest();
        }
    }

    private void forgetEldest() {
        var eldest = byId.entrySet().iterator();
        forgottenUpTo = Math.max(forgottenUpTo, eldest.next().getValue().revision());
        eldest.remove();
        budget.use(-1);
    }

    /** The entity leaves memory. */
    void release() {
        budget.use(-byId.size());
        byId.clear();
    }

    /** The revision of the latest command that is no longer remembered, 0 while all are. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    List<Entry<A, R>> entries() {
        return new ArrayList<>(byId.values());
    }

    void restore(long forgotten, List<Entry<A, R>> entries) {
        release();
        forgottenUpTo = forgotten;
        entries.forEach(this::remember);
    }
}
