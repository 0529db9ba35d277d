package io.varve.read.feed;

import io.varve.node.journal.FeedLog;
import io.varve.read.table.Happened;
import io.varve.read.vehicle.VehicleSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/**
 * A log of the slice feed in memory, and the journals beside it. Each reader has its own luck: rows of different journals
 * come in any order, some come before their turn and once more in it, and some readings fail.
 *
 * @param <E> the root of the events
 */
public final class ScriptedFeed<E> {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private record Slice(int writer, int slice) {}

    /** By number; a row that was lost is not there. */
    private final Map<Slice, TreeMap<Long, Placed<E>>> log = new HashMap<>();

    private final Map<Slice, Long> numbers = new HashMap<>();
    private final Map<String, List<Happened<E>>> journals = new HashMap<>();

    /** An entity's write, as the journal with the number makes it. */
    public synchronized void write(int writer, List<Happened<E>> events) {
        var place = next(writer, events);
        log.computeIfAbsent(new Slice(writer, place.slice()), s -> new TreeMap<>())
                .put(place.number(), new Placed<>(Optional.of(place), events));
    }

    /** A write of which the feed has lost the row. */
    public synchronized void lose(int writer, List<Happened<E>> events) {
        next(writer, events);
    }

    private SlicePlace next(int writer, List<Happened<E>> events) {
        String id = events.get(0).entityId();
        journals.computeIfAbsent(id, i -> new ArrayList<>()).addAll(events);
        var slice = new Slice(writer, VehicleSlice.of(id));
        return new SlicePlace(writer, slice.slice(), numbers.merge(slice, 1L, Long::sum));
    }

    public synchronized List<Happened<E>> journal(String id, long from, long to) {
        return journals.getOrDefault(id, List.of()).stream()
                .filter(event -> event.revision() >= from && event.revision() <= to)
                .toList();
    }

    /** What a node sees of it. */
    public Following<E> seenWith(Random luck) {
        return new Seen(luck);
    }

    private final class Seen implements Following<E> {
        private final Random luck;

        Seen(Random luck) {
            this.luck = luck;
        }

        @Override
        public CompletionStage<FeedMark> present() {
            synchronized (ScriptedFeed.this) {
                var ends = new TreeMap<Integer, long[]>();
                numbers.forEach((slice, number) ->
                        ends.computeIfAbsent(slice.writer(), w -> new long[FeedLog.SLICES])[slice.slice()] = number);
                return CompletableFuture.completedFuture(new SliceMark(0, ends));
            }
        }

        @Override
        public FeedMark mark(String text) {
            return SliceMark.of(text);
        }

        @Override
        public Source<PlacedPage<E>, NotUsed> after(FeedMark mark) {
            var failsAfter = new AtomicInteger(5 + luck.nextInt(50));
            return Source.unfoldAsync(FeedPosition.of((SliceMark) mark), position -> {
                var page = page(position);
                var executor = page.writes().isEmpty()
                        ? CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                        : (java.util.concurrent.Executor) Runnable::run;
                return CompletableFuture.supplyAsync(() -> Optional.of(Pair.create(position, page)), executor)
                        .thenApply(next -> {
                            if (!page.writes().isEmpty() && failsAfter.decrementAndGet() == 0) {
                                throw new IllegalStateException("bad luck");
                            }
                            return next;
                        });
            });
        }

        private PlacedPage<E> page(FeedPosition position) {
            synchronized (ScriptedFeed.this) {
                List<Placed<E>> rows = new ArrayList<>();
                var slices = new ArrayList<>(log.keySet());
                Collections.shuffle(slices, luck);
                for (var slice : slices) {
                    var rest = log.get(slice).tailMap(position.number(slice.writer(), slice.slice()), false);
                    int take = luck.nextInt(4);
                    for (var row : List.copyOf(rest.entrySet()).subList(0, Math.min(take, rest.size()))) {
                        rows.add(row.getValue());
                        position.advance(slice.writer(), slice.slice(), row.getKey());
                    }
                    if (take == 0 && !rest.isEmpty() && luck.nextInt(4) == 0) {
                        rows.add(rest.lastEntry().getValue());
                    }
                }
                return new PlacedPage<>(rows, position.mark());
            }
        }

        @Override
        public CompletionStage<Boolean> lacksBefore(FeedMark mark, Instant time) {
            synchronized (ScriptedFeed.this) {
                return CompletableFuture.completedFuture(log.values().stream()
                        .flatMap(rows -> rows.values().stream())
                        .filter(row -> !mark.has(row.place().orElseThrow()))
                        .anyMatch(row -> row.events().get(0).at().isBefore(time)));
            }
        }

        @Override
        public CompletionStage<List<Placed<E>>> missing(String id, long from, long to, FeedMark had) {
            synchronized (ScriptedFeed.this) {
                List<Placed<E>> found = new ArrayList<>();
                for (var event : journal(id, from, to)) {
                    var row = log.values().stream()
                            .flatMap(rows -> rows.values().stream())
                            .filter(each -> each.events().contains(event)
                                    && !had.has(each.place().orElseThrow()))
                            .findFirst()
                            .orElseGet(() -> new Placed<>(Optional.empty(), List.of(event)));
                    if (!found.contains(row)) {
                        found.add(row);
                    }
                }
                return CompletableFuture.completedFuture(found);
            }
        }
    }
}
