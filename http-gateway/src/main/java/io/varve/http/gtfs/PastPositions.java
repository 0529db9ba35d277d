package io.varve.http.gtfs;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.vehicle.Signal;
import io.varve.read.live.LiveVehicles;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.VehicleView;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** The positions as they were at a time, by the times of the signals themselves. */
final class PastPositions {
    /** Each reads the tracks of all vehicles. */
    private static final int AT_A_TIME = 4;

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
        var byId = vehicles.all().stream().collect(Collectors.toMap(VehicleView::vehicleId, VehicleView::profile));
        return tracks.newest(byId.keySet(), time, PositionMessages.OLDEST)
                .thenApply(newest -> PositionMessages.message(
                        time.getEpochSecond(),
                        newest.entrySet().stream()
                                .map(seen -> entity(
                                        seen.getKey(),
                                        byId.get(seen.getKey()).label(),
                                        seen.getValue().signal()))
                                .toList()))
                .whenComplete((done, failure) -> turns.release());
    }

    private static FeedEntity entity(String vehicleId, String label, Signal signal) {
        return PositionMessages.entity(vehicleId, label, signal, signal.at().getEpochSecond());
    }
}
