package io.varve.read.feed;

import java.util.Comparator;

/** A row of the slice feed's log. */
record SlicePlace(int writer, int slice, long number) implements FeedPlace, Comparable<SlicePlace> {
    private static final Comparator<SlicePlace> ORDER = Comparator.comparingInt(SlicePlace::writer)
            .thenComparingInt(SlicePlace::slice)
            .thenComparingLong(SlicePlace::number);

    @Override
    public int compareTo(SlicePlace other) {
        return ORDER.compare(this, other);
    }
}
