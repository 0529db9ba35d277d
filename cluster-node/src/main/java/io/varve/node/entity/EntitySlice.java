package io.varve.node.entity;

/** How entities are dealt to the workers that read their events. */
public final class EntitySlice {
    /** Fixed when the keyspace is made: a range of slices is what one worker reads. */
    public static final int COUNT = 64;

    private EntitySlice() {}

    /** The slice of all events of an entity, from 0 to {@link #COUNT} - 1. */
    public static int of(String persistenceId) {
        int hash = persistenceId.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }
}
