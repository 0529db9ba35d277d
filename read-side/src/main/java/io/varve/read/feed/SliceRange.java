package io.varve.read.feed;

import io.varve.node.journal.FeedLog;

/** The slices that one worker reads: from the first one on, so many. */
record SliceRange(int first, int count) {
    /** The share of a worker, counted from 0, of so many. */
    static SliceRange of(int worker, int workers) {
        int first = worker * FeedLog.SLICES / workers;
        return new SliceRange(first, (worker + 1) * FeedLog.SLICES / workers - first);
    }
}
