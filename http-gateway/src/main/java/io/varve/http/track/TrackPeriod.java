package io.varve.http.track;

import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Which period of a track is asked for; what is not said follows from the vehicle's newest signal. */
record TrackPeriod(Optional<Instant> from, Optional<Instant> to) {
    private static final Duration DAY = Duration.ofDays(1);

    static TrackPeriod of(HttpRequest request) {
        var from = Requests.instant(request, "from");
        var to = Requests.instant(request, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw ProblemException.invalid("from", "from must be before to");
        }
        return new TrackPeriod(from, to);
    }

    /** The end, excluded: so that the newest signal is in it, unless something else is said. */
    Instant endFor(VehicleView vehicle) {
        return to.or(() -> newest(vehicle).map(at -> at.plusMillis(1))).orElse(Instant.EPOCH);
    }

    Instant startFor(VehicleView vehicle) {
        return from.or(() -> to.map(end -> end.minus(DAY)))
                .or(() -> newest(vehicle).map(at -> at.minus(DAY)))
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> newest(VehicleView vehicle) {
        return vehicle.newest().map(SignalView::signal).map(signal -> signal.at());
    }
}
