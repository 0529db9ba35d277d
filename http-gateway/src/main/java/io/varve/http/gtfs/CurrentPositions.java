package io.varve.http.gtfs;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import io.varve.read.vehicle.VehicleView;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The positions as they are now. A timestamp stands for one content: it changes at most once a second, with the content
 * and only then, and never goes back, whatever the clock does.
 */
final class CurrentPositions {
    /** After that much time without a later second the clock has gone back. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Supplier<Collection<VehicleView>> vehicles;
    private final Clock clock;
    private FeedMessage newest;
    private long lookedSeconds;
    private long lookedNanoTime;

    CurrentPositions(Supplier<Collection<VehicleView>> vehicles, Clock clock) {
        this.vehicles = vehicles;
        this.clock = clock;
    }

    synchronized FeedMessage message() {
        long nowSeconds = clock.instant().getEpochSecond();
        if (newest == null) {
            return look(nowSeconds);
        }
        boolean due = nowSeconds > lookedSeconds || System.nanoTime() - lookedNanoTime > PATIENCE_NANOS;
        return due ? look(Math.max(nowSeconds, newest.getHeader().getTimestamp() + 1)) : newest;
    }

    private FeedMessage look(long seconds) {
        lookedSeconds = seconds;
        lookedNanoTime = System.nanoTime();
        var entities = entities(seconds);
        if (newest == null || !newest.getEntityList().equals(entities)) {
            newest = PositionMessages.message(seconds, entities);
        }
        return newest;
    }

    private List<FeedEntity> entities(long seconds) {
        return vehicles.get().stream()
                .flatMap(vehicle -> vehicle.newest().stream()
                        .filter(seen ->
                                seconds - PositionMessages.measuredSeconds(seen) <= PositionMessages.OLDEST.toSeconds())
                        .map(seen -> PositionMessages.entity(
                                vehicle.vehicleId(),
                                vehicle.profile().label(),
                                seen.signal(),
                                // The clock of the node where it arrived may be ahead.
                                Math.min(seconds, PositionMessages.measuredSeconds(seen)))))
                .sorted(Comparator.comparing(FeedEntity::getId))
                .toList();
    }
}
