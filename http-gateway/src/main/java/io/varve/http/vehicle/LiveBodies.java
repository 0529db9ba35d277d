package io.varve.http.vehicle;

import io.varve.read.live.LiveSignal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of the stream of signals. */
final class LiveBodies {
    private LiveBodies() {}

    record Signal(
            String vehicleId,
            String label,
            String fleet,
            Optional<String> route,
            Instant at,
            double lat,
            double lon,
            Optional<Double> speedKmh,
            Optional<Double> bearing,
            Optional<List<String>> codes,
            List<String> regions,
            boolean late) {
        static Signal of(LiveSignal live) {
            var signal = live.signal().signal();
            return new Signal(
                    live.vehicleId(),
                    live.label(),
                    live.signal().fleet(),
                    Optional.ofNullable(signal.route()),
                    signal.at(),
                    signal.lat(),
                    signal.lon(),
                    Optional.ofNullable(signal.speedKmh()),
                    Optional.ofNullable(signal.bearing()),
                    Optional.ofNullable(signal.codes()),
                    live.signal().regions(),
                    live.late());
        }
    }
}
