package io.varve.bench.buses;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bus reported of one moment.
 *
 * @param bearingDegrees null when the bus did not tell
 */
record BusRow(
        String bus,
        Instant at,
        String route,
        String trip,
        double lat,
        double lon,
        Double bearingDegrees,
        double speedKmh,
        String stop) {
    private static final double KMH_PER_MPS = 3.6;

    /** Of one bus there is one signal per moment. */
    record Moment(String bus, Instant at) {}

    /** Reads a record of the file. */
    static BusRow from(Map<String, String> fields) {
        String bearing = text(fields, "bearing");
        return new BusRow(
                text(fields, "vehicle_id"),
                Instant.ofEpochSecond(Long.parseLong(text(fields, "timestamp"))),
                text(fields, "route_id"),
                text(fields, "trip_id"),
                Double.parseDouble(text(fields, "latitude")),
                Double.parseDouble(text(fields, "longitude")),
                bearing.isEmpty() ? null : Double.valueOf(bearing),
                Double.parseDouble(text(fields, "speed_mps")) * KMH_PER_MPS,
                text(fields, "stop_id"));
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the file has no column " + name);
        }
        return value;
    }

    Moment moment() {
        return new Moment(bus, at);
    }

    /** The signal as the API takes it, on a route that may have another id there. */
    Map<String, Object> signal(String routeId) {
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("at", at.toString());
        signal.put("lat", lat);
        signal.put("lon", lon);
        signal.put("speedKmh", speedKmh);
        if (bearingDegrees != null) {
            signal.put("bearing", bearingDegrees);
        }
        signal.put("route", routeId);
        signal.put("trip", trip);
        signal.put("attributes", Map.of("stop", stop));
        return signal;
    }
}
