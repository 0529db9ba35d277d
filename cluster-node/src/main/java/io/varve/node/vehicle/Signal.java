package io.varve.node.vehicle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What a vehicle's device reported of one moment. Of one vehicle there is one signal per moment: the first that came.
 *
 * @param at when the device measured it, to the millisecond; identifies the signal within its vehicle
 * @param lat latitude in degrees, WGS 84
 * @param lon longitude in degrees, WGS 84
 * @param speedKmh or null when the device does not know
 * @param bearing clockwise from true north in degrees, at least 0 and below 360, or null
 * @param odometerKm or null
 * @param route the route being served then, or null
 * @param trip the trip of that route, or null
 * @param codes the error codes that are active, empty when there are none, null when the device does not tell
 * @param attributes whatever else the device tells, as texts
 */
public record Signal(
        Instant at,
        double lat,
        double lon,
        Double speedKmh,
        Double bearing,
        Double odometerKm,
        String route,
        String trip,
        List<String> codes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes) {
    public Signal {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        codes = codes == null ? null : List.copyOf(codes);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** The same on a route. */
    Signal on(String servedRoute) {
        return new Signal(at, lat, lon, speedKmh, bearing, odometerKm, servedRoute, trip, codes, attributes);
    }
}
