package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedNews;
import io.varve.read.feed.SliceRows.Found;
import io.varve.read.feed.SliceRows.Look;
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
    /** Rows that are asked of one slice at once, at most and at least: all slices that are behind share a page. */
    private static final int MOST_ROWS = 200;

    private static final int LEAST_ROWS = 20;
    /** How long to wait for news before looking around: journals may have come, or fallen silent. */
    private static final Duration LOOK_AROUND = Duration.ofMillis(500);

    private static final long WRITERS_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final SliceRange range;
    private final FeedPosition position;
    private final FeedSettings settings;
    private final FeedTable table;
    private final FeedNews news;
    private final SliceRows slices;
    private final UnconfirmedRows<E> unconfirmed;
    private final Executor executor;

    private final SortedMap<Integer, SilentWriter> writers = new TreeMap<>();
    private final long startedNanoTime = System.nanoTime();
    private long writersNanoTime = startedNanoTime - WRITERS_EVERY_NANOS;
    private long pageNanoTime = startedNanoTime - Duration.ofHours(1).toNanos();

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
        this.executor = executor;
        slices = new SliceRows(kind, position, table, news);
        unconfirmed = new UnconfirmedRows<>(kind, position, journal);
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

    private List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        writers.forEach((writer, silent) -> {
            boolean asks = !news.isHeard(writer, settings.patience()) && silent.isDue();
            for (int n = 0; n < range.count(); n++) {
                var place = new SliceRows.Place(writer, range.first() + n);
                long head = news.head(writer, kind.name(), place.slice());
                if (head > position.number(writer, place.slice())) {
                    looks.add(new Look(place, head, false));
                } else if (asks) {
                    looks.add(new Look(place, 0, true));
                }
            }
        });
        return looks;
    }

    private CompletionStage<List<Placed<E>>> gather() {
        var looks = looks();
        // Rows that the page has no place for would be read again for the next one.
        int rowsEach = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, settings.pageEvents() / Math.max(1, looks.size())));
        List<CompletableFuture<Found>> lots = new ArrayList<>();
        Map<Integer, List<CompletableFuture<Found>>> blind = new HashMap<>();
        for (var look : looks) {
            var lot = slices.find(look, rowsEach).toCompletableFuture();
            lots.add(lot);
            if (look.silent()) {
                blind.computeIfAbsent(look.place().writer(), w -> new ArrayList<>())
                        .add(lot);
            }
        }
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

    private CompletionStage<List<Placed<E>>> take(List<Found> lots) {
        List<Placed<E>> rows = new ArrayList<>();
        List<Found> silent = new ArrayList<>();
        int events = 0;
        for (var found : lots) {
            if (events < settings.pageEvents()) {
                events += takeConfirmed(found, rows);
                if (found.silent() && isPatienceOver()) {
                    silent.add(found);
                }
            }
        }
        // Only now: looking up goes on in other threads.
        CompletionStage<List<Placed<E>>> taken = CompletableFuture.completedFuture(rows);
        for (var found : silent) {
            taken = taken.thenCompose(
                    soFar -> unconfirmed.take(found, writer(found.place().writer()), soFar));
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
            rows.add(new Placed<>(Optional.of(place.row(row.number())), SliceRows.events(row)));
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
    private void reportLost(SliceRows.Place place, long from, long to) {
        LOG.warn(
                "The feed has lost rows {} to {} of {}, slice {}, journal {}",
                from,
                to,
                kind.name(),
                place.slice(),
                place.writer());
    }

    /** @param asked the lots of those slices of the journal of which nothing better is known */
    private void asked(int writer, List<Found> asked) {
        boolean nothing = asked.stream().allMatch(found -> found.rows().isEmpty());
        var silent = writer(writer);
        if (asked.stream().anyMatch(found -> !unconfirmed.isWaitedFor(found, silent))) {
            silent.foundSomething();
        } else {
            // Not the end as long as news tell of rows in another slice.
            silent.foundNothing(nothing && asked.size() == range.count() && isPatienceOver());
        }
    }

    private void finish() {
        while (!writers.isEmpty() && writers.get(writers.firstKey()).isAtItsEnd()) {
            position.finish(writers.firstKey());
            writers.remove(writers.firstKey());
        }
    }
}
