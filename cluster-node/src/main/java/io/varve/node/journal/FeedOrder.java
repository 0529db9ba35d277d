package io.varve.node.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the writes that are for the feed, and tells which of them readers may have.
 *
 * <p>Writes are confirmed in the order in which they were numbered: one whose outcome is open holds back those
 * after it, else a reader would have to guess what is still to come.
 */
final class FeedOrder {
    private final Deque<EntityWrite> open = new ArrayDeque<>();
    private final Map<SliceOf, Place> places = new HashMap<>();

    private record SliceOf(String kind, int slice) {}

    private static final class Place {
        private long last;
        private long confirmed;
    }

    /** Gives the write the next number of its slice. */
    void number(EntityWrite write) {
        write.number = ++place(write).last;
        open.add(write);
    }

    /** The number up to which the slice of a write has no open outcome. */
    long confirmed(EntityWrite write) {
        return write.isForFeed() ? place(write).confirmed : 0;
    }

    /** The writes that have become confirmed since the last call, in their order. */
    List<EntityWrite> confirm() {
        List<EntityWrite> confirmed = new ArrayList<>();
        while (!open.isEmpty() && open.peek().isSettled()) {
            var write = open.poll();
            place(write).confirmed = write.number;
            confirmed.add(write);
        }
        return confirmed;
    }

    private Place place(EntityWrite write) {
        return places.computeIfAbsent(new SliceOf(write.kind(), write.slice()), s -> new Place());
    }
}
