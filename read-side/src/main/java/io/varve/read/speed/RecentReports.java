package io.varve.read.speed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedModel.Modelled;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The reports that were asked for last. When one is no longer taken for up to date, it is made anew for whoever asks
 * next, and given out for as long again meanwhile, so that nobody waits for a report that is asked for all the time.
 */
final class RecentReports {
    /** At about 150 bytes each, with what the gateway makes of them. */
    private static final int BUCKETS = 100_000;

    private final long freshNanos;
    private final LongSupplier nanoTime;
    private final Cache<Key, Kept> reports = Caffeine.newBuilder()
            .maximumWeight(BUCKETS)
            .weigher((Key key, Kept kept) -> kept.report().buckets().size() + 1)
            .executor(Runnable::run)
            .build();

    /** A query about a region's next outline is another one. */
    private record Key(SpeedQuery query, Optional<Outline> outline) {}

    /** @param beingMade whether a newer one is underway */
    private record Kept(SpeedReport report, long readNanoTime, AtomicBoolean beingMade) {}

    /**
     * @param freshFor how long the hours of a report are taken for up to date
     * @param nanoTime {@link System#nanoTime}
     */
    RecentReports(Duration freshFor, LongSupplier nanoTime) {
        freshNanos = freshFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * The report of a query, of hours that were read at most twice that long ago.
     *
     * @param make makes it of hours that are up to date
     */
    CompletionStage<Reading<SpeedReport>> get(
            SpeedQuery query, Optional<Outline> outline, Supplier<CompletionStage<Reading<Modelled>>> make) {
        var key = new Key(query, outline);
        var kept = reports.getIfPresent(key);
        long age = kept == null ? Long.MAX_VALUE : nanoTime.getAsLong() - kept.readNanoTime();
        if (age >= 2 * freshNanos) {
            return renew(key, make);
        }
        if (age >= freshNanos && kept.beingMade().compareAndSet(false, true)) {
            // One that could not be made is made by the next who asks.
            renew(key, make).whenComplete((made, failure) -> kept.beingMade().set(false));
        }
        return CompletableFuture.completedFuture(new Reading.Found<>(kept.report()));
    }

    private CompletionStage<Reading<SpeedReport>> renew(Key key, Supplier<CompletionStage<Reading<Modelled>>> make) {
        return CompletableFuture.completedFuture(null)
                // In a stage, so that whatever is thrown ends it.
                .thenCompose(begun -> make.get())
                .thenApply(reading -> reading.map(made -> keep(key, made)));
    }

    /** The report; or the one before, if that says the same: whoever has made something of it may keep that, too. */
    private SpeedReport keep(Key key, Modelled made) {
        var before = reports.getIfPresent(key);
        var same = before != null && before.report().hasSameBuckets(made.report()) ? before.report() : made.report();
        reports.put(key, new Kept(same, made.readNanoTime(), new AtomicBoolean()));
        return same;
    }
}
