package io.varve.node.entity;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many commands all entities of a process remember together. So the heap is bounded however many entities are busy,
 * and one that is very busy may use what the others leave.
 */
final class MemoryBudget {
    private final int limit;
    private final AtomicInteger used = new AtomicInteger();

    MemoryBudget(int limit) {
        this.limit = limit;
    }

    void use(int commands) {
        used.addAndGet(commands);
    }

    boolean isExceeded() {
        return used.get() > limit;
    }
}
