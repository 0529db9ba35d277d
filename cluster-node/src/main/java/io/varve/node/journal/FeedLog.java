package io.varve.node.journal;

import io.varve.node.entity.EntitySlice;

/**
 * How the feed's log is laid out.
 *
 * <p>Each atomic write of an entity is one row. Rows are numbered from 1 on, without a gap, within their kind of
 * entity, their slice and the journal that wrote them; so a reader knows that it has everything up to a number
 * without looking at a clock.
 */
public final class FeedLog {
    /** Fixed when the keyspace is made: a range of slices is what one worker reads. */
    public static final int SLICES = EntitySlice.COUNT;

    /** Rows of each slice in a partition of the log, which holds all slices of a kind and a journal. */
    private static final long BLOCK_ROWS = 1024;

    private FeedLog() {}

    /** The slice of all events of an entity, from 0 to {@link #SLICES} - 1. */
    public static int sliceOf(String persistenceId) {
        return EntitySlice.of(persistenceId);
    }

    /** The partition in which a row is. */
    public static long blockOf(long number) {
        return number / BLOCK_ROWS;
    }

    /** The last number of the block in which a row is. */
    public static long lastOfBlock(long number) {
        return (blockOf(number) + 1) * BLOCK_ROWS - 1;
    }
}
