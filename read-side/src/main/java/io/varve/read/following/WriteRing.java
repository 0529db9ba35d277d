package io.varve.read.following;

import io.varve.read.feed.FeedMark;
import io.varve.read.feed.FeedPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The newest writes of a kind, for all who listen in this process. Bounded: what is too much is dropped, the oldest first.
 *
 * @param <W> what is kept of a write
 */
public final class WriteRing<W> {
    private final int maxSize;
    private final TreeMap<Long, Told<W>> writes = new TreeMap<>();
    private final Set<CompletableFuture<Void>> waiting = new HashSet<>();
    private long next;
    private long told;
    private int size;
    private FeedMark dropped;
    private FeedMark end;

    /**
     * A write as it was told to those who have had everything before it.
     *
     * @param before where they were
     * @param place where in the feed the write is
     * @param size what it counts in the ring
     * @param after where they are then
     */
    public record Told<W>(FeedMark before, FeedPlace place, W write, int size, FeedMark after) {}

    /**
     * Where to go on in the ring.
     *
     * @param number of the next write
     * @param inStep whether nothing that was had lies beyond it
     */
    record Place(long number, boolean inStep) {}

    /** @param start the mark of the writes before the first one that will be added */
    public WriteRing(int maxSize, FeedMark start) {
        this.maxSize = maxSize;
        dropped = start;
        end = start;
    }

    public synchronized void add(Told<W> told) {
        writes.put(next++, told);
        size += told.size();
        end = told.after();
        while (size > maxSize && writes.size() > 1) {
            var oldest = writes.pollFirstEntry().getValue();
            size -= oldest.size();
            dropped = oldest.after();
        }
    }

    /** All up to the mark has been added; wakes those who wait. */
    public void reached(FeedMark mark) {
        List<CompletableFuture<Void>> woken;
        synchronized (this) {
            end = mark;
            if (told == next) {
                return;
            }
            told = next;
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(each -> each.complete(null));
    }

    /** Where whoever has had all of this so far is. */
    public synchronized StreamPosition end() {
        return StreamPosition.at(end);
    }

    /** Where somebody at a position goes on; nowhere if something that he has not had was dropped. */
    synchronized Optional<Place> placeOf(StreamPosition position) {
        if (!position.isWhole() || !position.mark().covers(dropped)) {
            return Optional.empty();
        }
        boolean upToDate = position.mark().covers(end);
        long number = upToDate || writes.isEmpty() ? next : writes.firstKey();
        return Optional.of(new Place(number, upToDate && end.covers(position.mark())));
    }

    /**
     * The writes from a number on, as many as have that size; none if there are none yet.
     *
     * @return empty if the first of them was dropped
     */
    synchronized Optional<List<Told<W>>> from(long number, int atMostSize) {
        long oldest = writes.isEmpty() ? next : writes.firstKey();
        if (number < oldest) {
            return Optional.empty();
        }
        List<Told<W>> found = new ArrayList<>();
        int count = 0;
        for (var told : writes.tailMap(number).values()) {
            if (count >= atMostSize) {
                break;
            }
            found.add(told);
            count += told.size();
        }
        return Optional.of(found);
    }

    /** Completes when the write with the number may be there. Who stops waiting must say so by {@link #forget}. */
    synchronized CompletableFuture<Void> news(long number) {
        var news = new CompletableFuture<Void>();
        if (number < next) {
            news.complete(null);
        } else {
            waiting.add(news);
        }
        return news;
    }

    synchronized void forget(CompletableFuture<Void> news) {
        waiting.remove(news);
    }
}
