package io.varve.read.region;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Reading;
import io.varve.read.route.RouteView;
import io.varve.read.route.RouteViews;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest map at hand: looks again and again whether regions or routes have changed. */
public final class MapKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MapKeeper.class);

    private final RegionViews regions;
    private final RouteViews routes;
    private final MapReader reader;
    private final Duration interval;
    private final AtomicReference<RegionMap> current = new AtomicReference<>(RegionMap.EMPTY);
    private volatile boolean closed;
    private CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);
    /** Begins when the one that is underway ends; null when nobody waits for one. */
    private CompletableFuture<Void> next;

    /** @param interval how long to wait between two looks */
    public MapKeeper(RegionViews regions, RouteViews routes, Duration interval) {
        this.regions = regions;
        this.routes = routes;
        this.interval = interval;
        reader = new MapReader(regions, routes);
    }

    /** Starts looking; complete when there is a first map, and failed when there could be none. */
    public CompletionStage<Void> start() {
        return look().thenRun(this::lookLater);
    }

    /** The newest map that is known; empty before the first look. Does not block. */
    public RegionMap current() {
        return current.get();
    }

    /**
     * Completes when the map shows a region as of a revision, or without it when it was removed by then; when the time
     * is up or nothing can be read, it completes as well, with false.
     */
    public CompletionStage<Boolean> awaitRegion(String regionId, long revision, Duration maxWait) {
        return await(() -> regions.revision(regionId), revision, maxWait);
    }

    /** The same for a route. */
    public CompletionStage<Boolean> awaitRoute(String routeId, long revision, Duration maxWait) {
        return await(
                () -> routes.route(routeId)
                        .thenApply(route -> route.map(RouteView::revision).orElse(0L)),
                revision,
                maxWait);
    }

    private CompletionStage<Boolean> await(Supplier<CompletionStage<Long>> seen, long revision, Duration maxWait) {
        return Awaiting.revision(() -> seen.get().thenApply(Optional::of), Long::longValue, revision, maxWait)
                .thenCompose(reading -> reading instanceof Reading.Found
                        ? look().thenApply(done -> true)
                        : CompletableFuture.completedFuture(false))
                .exceptionally(failure -> false)
                .toCompletableFuture()
                .completeOnTimeout(false, maxWait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * A look that begins after the call. One at a time, or an older map could replace a newer one; whoever calls while
     * one is underway shares the next.
     */
    private synchronized CompletionStage<Void> look() {
        if (next == null) {
            var mine = new CompletableFuture<Void>();
            next = mine;
            underway.whenComplete((done, failure) -> begin(mine));
            return mine;
        }
        return next;
    }

    private synchronized void begin(CompletableFuture<Void> look) {
        underway = look;
        next = null;
        CompletableFuture.<Void>completedFuture(null)
                // In a stage, so that whatever is thrown ends the look.
                .thenCompose(begun -> reader.next(current.get()))
                .thenAccept(current::set)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        look.complete(null);
                    } else {
                        look.completeExceptionally(failure);
                    }
                });
    }

    private void lookLater() {
        if (closed) {
            return;
        }
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(interval.toNanos(), TimeUnit.NANOSECONDS))
                .thenCompose(waited -> look())
                .whenComplete((done, failure) -> {
                    if (failure != null && !closed) {
                        LOG.warn("The map of regions may be out of date: it cannot be read", failure);
                    }
                    lookLater();
                });
    }

    @Override
    public void close() {
        closed = true;
    }
}
