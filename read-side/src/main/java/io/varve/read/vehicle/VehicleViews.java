package io.varve.read.vehicle;

import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about the latest state of vehicles. */
public interface VehicleViews {
    /** The vehicle as the view knows it now, or empty. */
    CompletionStage<Optional<VehicleView>> vehicle(String vehicleId);

    /**
     * The vehicle at a revision or a later one. Whoever has got it finds its events, track and codes at that revision
     * too: the vehicle's row is the last that is written.
     *
     * @param minRevision 0 for whatever is there
     * @param maxWait how long to wait for that revision
     */
    CompletionStage<Reading<VehicleView>> vehicle(String vehicleId, long minRevision, Duration maxWait);

    /** All vehicles, in no order. Reads everything: for whoever starts to follow them, not for every request. */
    CompletionStage<List<VehicleView>> all();

    /** The vehicles that are inside a region, by id; also of a region that was removed while they were inside. */
    CompletionStage<List<InsideView>> inside(String regionId);

    /** The revision up to which the views hold every event of a vehicle; 0 for one that they do not know. */
    CompletionStage<Long> revision(String vehicleId);
}
