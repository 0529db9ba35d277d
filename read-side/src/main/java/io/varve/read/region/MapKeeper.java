package io.varve.read.region;

import io.varve.read.route.RouteViews;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest map at hand: looks again and again whether regions or routes have changed. */
public final class MapKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MapKeeper.class);

    private final RegionViews regions;
    private final RouteViews routes;
    private final Duration interval;
    private final AtomicReference<RegionMap> current = new AtomicReference<>(RegionMap.EMPTY);
    private volatile boolean closed;

    /** @param interval how long to wait between two looks */
    public MapKeeper(RegionViews regions, RouteViews routes, Duration interval) {
        this.regions = regions;
        this.routes = routes;
        this.interval = interval;
    }

    /** Starts looking; complete when there is a first map, and failed when there could be none. */
    public CompletionStage<Void> start() {
        return look().thenRun(this::lookLater);
    }

    /** The newest map that is known; empty before the first look. Does not block. */
    public RegionMap current() {
        return current.get();
    }

    private CompletionStage<Void> look() {
        var known = current.get();
        return regions.all(known.regions())
                .thenCombine(routes.all(), known::next)
                .thenAccept(current::set);
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
