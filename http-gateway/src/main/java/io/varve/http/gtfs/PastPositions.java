package io.varve.http.gtfs;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.read.live.LiveVehicles;
import io.varve.read.query.Concurrently;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.VehicleView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** The positions as they were at a time, by the times of the signals themselves. */
final class PastPositions {
    /** Each reads the tracks of all vehicles. */
    private static final int AT_A_TIME = 4;

    private static final int LANES = 64;

    private final LiveVehicles vehicles;
    private final TrackViews tracks;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    PastPositions(LiveVehicles vehicles, TrackViews tracks) {
        this.vehicles = vehicles;
        this.tracks = tracks;
    }

    /**
     * Of each vehicle the newest signal at or before the time, unless it is too old by then.
     *
     * @throws ProblemException when many ask at the same time
     */
    CompletionStage<FeedMessage> at(Instant time) {
        if (!turns.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED, "The past is being looked up for others");
        }
        return Concurrently.inLanes(LANES, new ArrayList<>(vehicles.all()), vehicle -> at(vehicle, time))
                .thenApply(found -> PositionMessages.message(
                        time.getEpochSecond(),
                        found.stream()
                                .flatMap(Optional::stream)
                                .sorted(Comparator.comparing(FeedEntity::getId))
                                .toList()))
                .whenComplete((done, failure) -> turns.release());
    }

    private CompletionStage<Optional<FeedEntity>> at(VehicleView vehicle, Instant time) {
        var from = time.minus(PositionMessages.OLDEST);
        // Signals have whole milliseconds.
        var end = time.plusMillis(1);
        return tracks.track(vehicle.vehicleId(), from, end, Integer.MAX_VALUE)
                .thenApply(signals -> last(signals)
                        .map(seen -> PositionMessages.entity(
                                vehicle.vehicleId(),
                                vehicle.profile().label(),
                                seen.signal(),
                                seen.signal().at().getEpochSecond())));
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }
}
