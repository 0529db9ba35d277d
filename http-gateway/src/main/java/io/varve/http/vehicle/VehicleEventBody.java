package io.varve.http.vehicle;

import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.vehicle.VehicleEventView;
import io.varve.read.vehicle.VehicleEventView.Place;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a vehicle; what does not belong to its type is empty. */
record VehicleEventBody(
        long revision,
        Instant at,
        String type,
        Optional<Double> lat,
        Optional<Double> lon,
        Optional<VehicleProfile> profile,
        Optional<Boolean> byItself,
        Optional<String> regionId,
        Optional<String> code,
        Optional<Instant> since,
        Optional<Double> dwellSeconds,
        Optional<Double> speedKmh,
        Optional<SpeedLimit> limit) {
    static VehicleEventBody of(VehicleEventView view) {
        var details = view.details();
        return new VehicleEventBody(
                view.revision(),
                view.at(),
                view.type(),
                details.place().map(Place::lat),
                details.place().map(Place::lon),
                details.profile(),
                details.byItself(),
                details.regionId(),
                details.code(),
                details.since(),
                details.dwellSeconds(),
                details.speedKmh(),
                details.limit());
    }
}
