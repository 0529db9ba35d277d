package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedNews;
import io.varve.node.journal.FeedRow;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the slices of one worker, page by page; one page is asked for at a time.
 *
 * <p>A row is had when its journal has confirmed it, which it does by its news and, for who missed them, in its later
 * rows. Of a journal that fell silent the last rows may be unconfirmed for ever: after some patience they are looked
 * up in the journals of their entities, which alone say what happened. Only when the journal is known to be dead does
 * the position pass such rows; otherwise they are read once more after a restart, because it may only have paused.
 */
final class SliceReader<E> {
    private static final Logger LOG = LoggerFactory.getLogger(SliceReader.class);
    /** Rows that are asked of one slice at once. */
    private static final int ROWS = 200;
    /** How long to wait for news before looking around: journals may have come, or fallen silent. */
    private static final Duration LOOK_AROUND = Duration.ofMillis(500);

    private static final long WRITERS_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final SliceRange range;
    private final FeedPosition position;
    private final FeedSettings settings;
    private final FeedTable table;
    private final FeedNews news;
    private final EntityJournal journal;
    private final Executor executor;

    private final SortedMap<Integer, SilentWriter> writers = new TreeMap<>();
    private final long startedNanoTime = System.nanoTime();
    private long writersNanoTime = startedNanoTime - WRITERS_EVERY_NANOS;
    private long pageNanoTime = startedNanoTime - Duration.ofHours(1).toNanos();

    /** Where rows may be found. */
    private record Place(int writer, int slice) {
        SlicePlace row(long number) {
            return new SlicePlace(writer, slice, number);
        }
    }

    /** Rows that were found there, and how far they are confirmed. */
    private record Found(Place place, List<FeedRow> rows, long confirmed, boolean silent) {}

    SliceReader(
            EntityKind<?, ?, ?, ?, ?> kind,
            SliceRange range,
            FeedPosition position,
            FeedSettings settings,
            FeedTable table,
            FeedNews news,
            EntityJournal journal,
            Executor executor) {
        this.kind = kind;
        this.range = range;
        this.position = position;
        this.settings = settings;
        this.table = table;
        this.news = news;
        this.journal = journal;
        this.executor = executor;
    }

    /** The next rows; none when there was nothing for a while. Those that were looked up are not passed by the position. */
    CompletionStage<List<Placed<E>>> next() {
        long waitNanos = settings.pageWindow().toNanos() - (System.nanoTime() - pageNanoTime);
        if (waitNanos <= 0) {
            return look();
        }
        var later = CompletableFuture.delayedExecutor(waitNanos, TimeUnit.NANOSECONDS, executor);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(waited -> look());
    }

    /** Up to where all rows were taken that {@link #next} has given so far. */
    FeedPosition position() {
        return position;
    }

    private CompletionStage<List<Placed<E>>> look() {
        // Taken before the look, so that no news falls between the look and the wait.
        var nextNews = news.next(kind.name());
        return refreshWriters().thenCompose(done -> gather()).thenCompose(rows -> {
            if (rows.stream().allMatch(row -> row.events().isEmpty())) {
                // Neither the news nor a stream that has ended must hold on to what waited here: so one wait a call.
                return CompletableFuture.anyOf(nextNews, timeout()).thenApplyAsync(woken -> rows, executor);
            }
            pageNanoTime = System.nanoTime();
            return CompletableFuture.completedFuture(rows);
        });
    }

    private static CompletableFuture<Void> timeout() {
        return new CompletableFuture<Void>().completeOnTimeout(null, LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletionStage<Void> refreshWriters() {
        news.writers().stream().filter(writer -> !position.isFinished(writer)).forEach(this::writer);
        if (System.nanoTime() - writersNanoTime < WRITERS_EVERY_NANOS) {
            return CompletableFuture.completedFuture(null);
        }
        writersNanoTime = System.nanoTime();
        return table.writers()
                .thenAccept(all -> all.forEach((writer, closed) -> {
                    if (!position.isFinished(writer)) {
                        writer(writer).closed(closed);
                    }
                }));
    }

    private SilentWriter writer(int writer) {
        return writers.computeIfAbsent(writer, w -> new SilentWriter());
    }

    private CompletionStage<List<Placed<E>>> gather() {
        List<CompletableFuture<Found>> lots = new ArrayList<>();
        Map<Integer, List<CompletableFuture<Found>>> blind = new HashMap<>();
        writers.forEach((writer, silent) -> {
            boolean asks = !news.isHeard(writer, settings.patience()) && silent.isDue();
            for (int n = 0; n < range.count(); n++) {
                var place = new Place(writer, range.first() + n);
                long head = news.head(writer, kind.name(), place.slice());
                if (head > position.number(writer, place.slice())) {
                    lots.add(find(place, head, false).toCompletableFuture());
                } else if (asks) {
                    var lot = find(place, 0, true).toCompletableFuture();
                    lots.add(lot);
                    blind.computeIfAbsent(writer, w -> new ArrayList<>()).add(lot);
                }
            }
        });
        return CompletableFuture.allOf(lots.toArray(CompletableFuture[]::new))
                .thenCompose(
                        done -> take(lots.stream().map(CompletableFuture::join).toList()))
                .thenApply(rows -> {
                    blind.forEach((writer, asked) -> asked(
                            writer, asked.stream().map(CompletableFuture::join).toList()));
                    finish();
                    return rows;
                });
    }

    /** @param head the number up to which news confirm rows, or 0 */
    private CompletionStage<Found> find(Place place, long head, boolean silent) {
        long after = position.number(place.writer(), place.slice());
        var tail =
                silent ? Optional.<List<FeedRow>>empty() : news.tail(place.writer(), kind.name(), place.slice(), after);
        if (tail.isPresent()) {
            return CompletableFuture.completedFuture(new Found(place, tail.get(), Long.MAX_VALUE, false));
        }
        return rows(place, after, silent)
                .thenApply(rows -> new Found(place, rows.rows(), Math.max(head, rows.confirmed()), silent));
    }

    private CompletionStage<FeedTable.Rows> rows(Place place, long after, boolean silent) {
        var rows = table.rows(place.writer(), kind.name(), place.slice(), after, ROWS);
        if (!silent) {
            return rows;
        }
        // Nobody says whether the block goes on where its last rows are missing.
        return rows.thenCompose(found -> found.rows().isEmpty()
                ? table.rows(place.writer(), kind.name(), place.slice(), FeedLog.lastOfBlock(after + 1), ROWS)
                : CompletableFuture.completedFuture(found));
    }

    private CompletionStage<List<Placed<E>>> take(List<Found> lots) {
        List<Placed<E>> rows = new ArrayList<>();
        List<Found> unconfirmed = new ArrayList<>();
        int events = 0;
        for (var found : lots) {
            if (events < settings.pageEvents()) {
                events += takeConfirmed(found, rows);
                if (found.silent() && isPatienceOver()) {
                    unconfirmed.add(found);
                }
            }
        }
        // Only now: looking up goes on in other threads.
        CompletionStage<List<Placed<E>>> taken = CompletableFuture.completedFuture(rows);
        for (var found : unconfirmed) {
            taken = taken.thenCompose(soFar -> takeUnconfirmed(found, soFar));
        }
        return taken;
    }

    private boolean isPatienceOver() {
        return System.nanoTime() - startedNanoTime > settings.patience().toNanos();
    }

    /** How many events it has added. */
    private int takeConfirmed(Found found, List<Placed<E>> rows) {
        var place = found.place();
        int events = 0;
        long at = position.number(place.writer(), place.slice());
        for (var row : found.rows()) {
            long before = Math.min(row.number() - 1, found.confirmed());
            if (before > at) {
                reportLost(place, at + 1, before);
                at = before;
            }
            if (row.number() > found.confirmed()) {
                break;
            }
            rows.add(new Placed<>(Optional.of(place.row(row.number())), events(row)));
            events += row.events().size();
            at = row.number();
        }
        if (found.rows().isEmpty() && found.confirmed() > at) {
            long next = Math.min(found.confirmed(), FeedLog.lastOfBlock(at + 1));
            reportLost(place, at + 1, next);
            at = next;
        }
        if (at > position.number(place.writer(), place.slice())) {
            position.advance(place.writer(), place.slice(), at);
        }
        return events;
    }

    /** Rows that were confirmed are not there: somebody deleted them. The entities' own numbers show what is missing. */
    private void reportLost(Place place, long from, long to) {
        LOG.warn(
                "The feed has lost rows {} to {} of {}, slice {}, journal {}",
                from,
                to,
                kind.name(),
                place.slice(),
                place.writer());
    }

    static <E> List<Happened<E>> events(FeedRow row) {
        List<Happened<E>> events = new ArrayList<>(row.events().size());
        long revision = row.firstRevision();
        for (var event : row.events()) {
            events.add(EntityJournal.happened(row.persistenceId(), revision++, event));
        }
        return events;
    }

    private CompletionStage<List<Placed<E>>> takeUnconfirmed(Found found, List<Placed<E>> rows) {
        var place = found.place();
        var silent = writer(place.writer());
        var unconfirmed = found.rows().stream()
                .filter(row -> row.number() > found.confirmed())
                .toList();
        CompletionStage<List<Placed<E>>> taken = CompletableFuture.completedFuture(rows);
        for (var row : unconfirmed) {
            if (!row.events().isEmpty() && !silent.isLookedUp(place.slice(), row.number())) {
                taken = taken.thenCompose(soFar -> lookUp(row).thenApply(journaled -> {
                    if (!journaled.isEmpty()) {
                        soFar.add(new Placed<>(Optional.of(place.row(row.number())), journaled));
                    }
                    return soFar;
                }));
            }
        }
        return taken.thenApply(soFar -> {
            silent.lookedUp(
                    place.slice(), unconfirmed.stream().map(FeedRow::number).toList());
            if (silent.isClosed() && !found.rows().isEmpty()) {
                long last = found.rows().get(found.rows().size() - 1).number();
                position.advance(place.writer(), place.slice(), last);
            }
            return soFar;
        });
    }

    private CompletionStage<List<Happened<E>>> lookUp(FeedRow row) {
        var entityId = row.persistenceId().substring(row.persistenceId().indexOf('|') + 1);
        long last = row.firstRevision() + row.events().size() - 1;
        return journal.eventsOf(kind, entityId, row.firstRevision(), last);
    }

    /** @param asked the lots of those slices of the journal of which nothing better is known */
    private void asked(int writer, List<Found> asked) {
        boolean nothing = asked.stream().allMatch(found -> found.rows().isEmpty());
        var silent = writer(writer);
        if (asked.stream().anyMatch(found -> !isWaitedFor(found, silent))) {
            silent.foundSomething();
        } else {
            // Not the end as long as news tell of rows in another slice.
            silent.foundNothing(nothing && asked.size() == range.count() && isPatienceOver());
        }
    }

    /** Whether there is nothing to do but to wait for the journal to say more, or to be known as dead. */
    private boolean isWaitedFor(Found found, SilentWriter silent) {
        return found.rows().isEmpty()
                || !silent.isClosed()
                        && found.confirmed()
                                <= position.number(
                                        found.place().writer(), found.place().slice())
                        && found.rows().stream()
                                .allMatch(row -> silent.isLookedUp(found.place().slice(), row.number()));
    }

    private void finish() {
        while (!writers.isEmpty() && writers.get(writers.firstKey()).isAtItsEnd()) {
            position.finish(writers.firstKey());
            writers.remove(writers.firstKey());
        }
    }
}
