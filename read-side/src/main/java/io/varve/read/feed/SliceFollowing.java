package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedNews;
import io.varve.read.query.Concurrently;
import io.varve.read.query.ViewsUnavailableException;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/** Follows the log that the batching journals write. */
final class SliceFollowing<E> implements Following<E> {
    /** Questions about the ends of slices that are asked at once. */
    private static final int LANES = 32;

    private static final int ROWS = 200;
    /** Enough to find one that was not had: few are had before their turn. */
    private static final int FEW_ROWS = 10;

    private static final List<Integer> ALL_SLICES =
            IntStream.range(0, FeedLog.SLICES).boxed().toList();

    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final ActorSystem<?> system;
    private final FeedSettings settings;
    private final FeedTable table;
    private final FeedNews news;
    private final EntityJournal journal;

    SliceFollowing(
            EntityKind<?, ?, ?, ?, ?> kind,
            ActorSystem<?> system,
            FeedSettings settings,
            FeedTable table,
            FeedNews news,
            EntityJournal journal) {
        this.kind = kind;
        this.system = system;
        this.settings = settings;
        this.table = table;
        this.news = news;
        this.journal = journal;
    }

    @Override
    public CompletionStage<FeedMark> present() {
        return table.writers().thenCompose(writers -> {
            int finished = 0;
            while (Boolean.TRUE.equals(writers.get(finished + 1))) {
                finished++;
            }
            int finishedUpTo = finished;
            var others = writers.keySet().stream()
                    .filter(writer -> writer > finishedUpTo)
                    .toList();
            return Concurrently.inLanes(1, others, this::ends).thenApply(ends -> {
                var numbers = new TreeMap<Integer, long[]>();
                for (int i = 0; i < ends.size(); i++) {
                    numbers.put(others.get(i), ends.get(i));
                }
                return new SliceMark(finishedUpTo, numbers);
            });
        });
    }

    /** The ends of a journal's slices: what it has confirmed, or of one that is not heard of the last that is there. */
    private CompletionStage<long[]> ends(int writer) {
        if (news.isHeard(writer, settings.patience())) {
            return CompletableFuture.completedFuture(IntStream.range(0, FeedLog.SLICES)
                    .mapToLong(slice -> news.head(writer, kind.name(), slice))
                    .toArray());
        }
        return Concurrently.inLanes(LANES, ALL_SLICES, slice -> table.last(writer, kind.name(), slice))
                .thenApply(ends -> ends.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public FeedMark mark(String text) {
        return SliceMark.of(text);
    }

    @Override
    public Source<PlacedPage<E>, NotUsed> after(FeedMark mark) {
        return Source.unfoldAsync(
                reader((SliceMark) mark),
                reader -> reader.next()
                        .thenApply(rows -> Optional.of(Pair.create(
                                reader, new PlacedPage<>(rows, reader.position().mark())))));
    }

    /** By the first row of each slice: there they are in the order in which they were written. */
    @Override
    public CompletionStage<Boolean> lacksBefore(FeedMark mark, Instant time) {
        var from = (SliceMark) mark;
        return table.writers()
                .thenCompose(all -> lacksBefore(from, time, all.keySet().iterator()))
                .exceptionally(failure -> {
                    throw new ViewsUnavailableException(failure);
                });
    }

    /** One after the other, the oldest first: who has been away for long lacks much of that. */
    private CompletionStage<Boolean> lacksBefore(SliceMark mark, Instant time, Iterator<Integer> writers) {
        while (writers.hasNext()) {
            int writer = writers.next();
            if (writer > mark.finishedUpTo()) {
                return Concurrently.inLanes(LANES, ALL_SLICES, slice -> lacksBefore(mark, time, writer, slice))
                        .thenCompose(lacks -> lacks.contains(true)
                                ? CompletableFuture.completedFuture(true)
                                : lacksBefore(mark, time, writers));
            }
        }
        return CompletableFuture.completedFuture(false);
    }

    private CompletionStage<Boolean> lacksBefore(SliceMark mark, Instant time, int writer, int slice) {
        long had = mark.number(writer, slice);
        if (had > 0 && news.head(writer, kind.name(), slice) == had) {
            return CompletableFuture.completedFuture(false);
        }
        return table.rows(writer, kind.name(), slice, had, FEW_ROWS)
                .thenApply(rows -> rows.rows().stream()
                        .filter(row -> !mark.has(new SlicePlace(writer, slice, row.number())))
                        .flatMap(row -> SliceRows.<E>events(row).stream())
                        .findFirst()
                        .filter(event -> event.at().isBefore(time))
                        .isPresent());
    }

    private SliceReader<E> reader(SliceMark mark) {
        var position = FeedPosition.of(mark);
        return new SliceReader<>(
                kind, SliceRange.of(0, 1), position, settings, table, news, journal, system.executionContext());
    }

    /**
     * Looks at rows that are not confirmed, too: that a later event of the entity is there confirms them, if they say
     * what its journal says.
     */
    @Override
    public CompletionStage<List<Placed<E>>> missing(String entityId, long from, long to, FeedMark had) {
        var mark = (SliceMark) had;
        return journal.<E>eventsOf(kind, entityId, from, to)
                .thenCompose(events -> table.writers()
                        .thenCompose(all -> {
                            var writers = all.keySet().stream()
                                    .filter(writer -> writer > mark.finishedUpTo())
                                    .toList();
                            return Concurrently.forEach(writers, writer -> rows(writer, entityId, events, mark));
                        })
                        .thenApply(found -> placed(
                                events, found.stream().flatMap(List::stream).toList())));
    }

    private CompletionStage<List<Placed<E>>> rows(
            int writer, String entityId, List<Happened<E>> events, SliceMark mark) {
        var id = kind.persistenceId(entityId);
        int slice = FeedLog.sliceOf(id);
        return table.rows(writer, kind.name(), slice, mark.number(writer, slice), ROWS)
                .thenApply(rows -> rows.rows().stream()
                        .filter(row -> row.persistenceId().equals(id)
                                && !row.events().isEmpty()
                                && !mark.has(new SlicePlace(writer, slice, row.number())))
                        .map(row -> new Placed<>(
                                Optional.<FeedPlace>of(new SlicePlace(writer, slice, row.number())),
                                SliceRows.<E>events(row)))
                        .filter(row -> events.containsAll(row.events()))
                        .toList());
    }

    private static <E> List<Placed<E>> placed(List<Happened<E>> events, List<Placed<E>> found) {
        var placed = new ArrayList<>(found);
        events.stream()
                .filter(event -> found.stream().noneMatch(row -> row.events().contains(event)))
                .forEach(event -> placed.add(new Placed<>(Optional.empty(), List.of(event))));
        placed.sort(Comparator.comparing(row -> row.events().get(0).revision()));
        return placed;
    }
}
