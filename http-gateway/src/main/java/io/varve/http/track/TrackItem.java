package io.varve.http.track;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A signal of a track, and what was known when it arrived; null is what its device did not tell. */
record TrackItem(
        Instant at,
        Double lat,
        Double lon,
        Double speedKmh,
        Double bearing,
        Double odometerKm,
        String route,
        String trip,
        List<String> codes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes,
        List<String> regions,
        String fleet,
        Instant arrivedAt) {
    static TrackItem of(SignalView view) {
        var signal = view.signal();
        return at(signal.lat(), signal.lon(), view);
    }

    /** Without its point, for a format that has points of its own. */
    static TrackItem withoutPoint(SignalView view) {
        return at(null, null, view);
    }

    private static TrackItem at(Double lat, Double lon, SignalView view) {
        var signal = view.signal();
        return new TrackItem(
                signal.at(),
                lat,
                lon,
                signal.speedKmh(),
                signal.bearing(),
                signal.odometerKm(),
                signal.route(),
                signal.trip(),
                signal.codes(),
                signal.attributes(),
                view.regions(),
                view.fleet(),
                view.arrivedAt());
    }
}
