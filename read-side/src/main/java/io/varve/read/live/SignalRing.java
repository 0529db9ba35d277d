package io.varve.read.live;

import io.varve.read.feed.FeedMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The newest writes, for all who listen in this process. Bounded: what is too much is dropped, the oldest first. */
final class SignalRing {
    private final int maxSignals;
    private final TreeMap<Long, Told> writes = new TreeMap<>();
    private final Set<CompletableFuture<Void>> waiting = new HashSet<>();
    private long next;
    private long told;
    private int signals;
    private FeedMark dropped;
    private FeedMark end;

    /**
     * A write as it was told to those who have had everything before it.
     *
     * @param before where they were
     * @param after where they are then
     */
    record Told(LivePosition before, VehicleWrite write, List<LiveSignal> signals, LivePosition after) {}

    /**
     * Where to go on in the ring.
     *
     * @param number of the next write
     * @param inStep whether nothing that was had lies beyond it
     */
    record Place(long number, boolean inStep) {}

    /** @param start the mark of the writes before the first one that will be added */
    SignalRing(int maxSignals, FeedMark start) {
        this.maxSignals = maxSignals;
        dropped = start;
        end = start;
    }

    synchronized void add(Told told) {
        writes.put(next++, told);
        signals += told.signals().size();
        end = told.after().mark();
        while (signals > maxSignals && writes.size() > 1) {
            var oldest = writes.pollFirstEntry().getValue();
            signals -= oldest.signals().size();
            dropped = oldest.after().mark();
        }
    }

    /** All up to the mark has been added; wakes those who wait. */
    void reached(FeedMark mark) {
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
    synchronized LivePosition end() {
        return LivePosition.at(end);
    }

    /** Where somebody at a position goes on; nowhere if something that he has not had was dropped. */
    synchronized Optional<Place> placeOf(LivePosition position) {
        if (!position.isWhole() || !position.mark().covers(dropped)) {
            return Optional.empty();
        }
        boolean upToDate = position.mark().covers(end);
        long number = upToDate || writes.isEmpty() ? next : writes.firstKey();
        return Optional.of(new Place(number, upToDate && end.covers(position.mark())));
    }

    /**
     * The writes from a number on, as many as hold so many signals; none if there are none yet.
     *
     * @return empty if the first of them was dropped
     */
    synchronized Optional<List<Told>> from(long number, int atMostSignals) {
        long oldest = writes.isEmpty() ? next : writes.firstKey();
        if (number < oldest) {
            return Optional.empty();
        }
        List<Told> found = new ArrayList<>();
        int count = 0;
        for (var told : writes.tailMap(number).values()) {
            if (count >= atMostSignals) {
                break;
            }
            found.add(told);
            count += told.signals().size();
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
