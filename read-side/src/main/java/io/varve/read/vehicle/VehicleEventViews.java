package io.varve.read.vehicle;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about what happened to vehicles. */
public interface VehicleEventViews {
    /**
     * What happened to a vehicle, newest first.
     *
     * @param from only what happened at or after this instant
     * @param to only what happened before this instant
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<VehicleEventView>> events(
            String vehicleId, Optional<Instant> from, Optional<Instant> to, PageRequest page);
}
