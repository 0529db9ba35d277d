package io.varve.gatling.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a vehicle reports of one moment. Speeds are of tenths, so that their sums are exact.
 *
 * @param quadrant of the town, from 0 to 3
 */
record Signal(
        String vehicleId,
        Instant at,
        double lat,
        double lon,
        long speedTenthsKmh,
        String route,
        int quadrant,
        List<String> codes) {

    /** A signal is known by its vehicle and moment. */
    record Key(String vehicleId, Instant at) {
        static Key of(String vehicleId, JsonNode shown) {
            return new Key(vehicleId, Instant.parse(shown.path("at").asText()));
        }
    }

    Key key() {
        return new Key(vehicleId, at);
    }

    double speedKmh() {
        return speedTenthsKmh / 10.0;
    }

    /** The signal as the API takes it. */
    Map<String, Object> fields() {
        return Map.of(
                "at", at.toString(), "lat", lat, "lon", lon, "speedKmh", speedKmh(), "route", route, "codes", codes);
    }

    /** The same with its vehicle, as a line of many vehicles' signals has it. */
    Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>(fields());
        line.put("vehicleId", vehicleId);
        return line;
    }

    /** Whether Varve shows this signal, as it was sent. */
    boolean isShownBy(JsonNode node) {
        return at.toString().equals(node.path("at").asText())
                && lat == node.path("lat").asDouble()
                && lon == node.path("lon").asDouble()
                && speedKmh() == node.path("speedKmh").asDouble(-1)
                && route.equals(node.path("route").asText());
    }
}
