package io.varve.http.tracker;

import io.varve.http.vehicle.RawSignal;
import io.varve.http.vehicle.VehicleRequests;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The OsmAnd protocol with parameters, in the query or as a form. Speed is in knots; what is not known is an attribute. */
final class OsmAndParameters {
    private static final double KMH_PER_KNOT = 1.852;
    private static final String ATTRIBUTE = "attributes.";
    private static final Map<String, String> NAMES = Map.of("at", "timestamp", "speedKmh", "speed");

    private final Map<String, String> left;

    private OsmAndParameters(Map<String, String> parameters) {
        left = new TreeMap<>(parameters);
        // Apps send what they do not know as nothing.
        left.values().removeIf(String::isEmpty);
    }

    /**
     * @param now the time of what does not say when it was
     * @return empty when the device says that its position is not valid
     * @throws ProblemException that names the parameter
     */
    static Optional<DeviceReport> read(Map<String, String> parameters, Instant now) {
        return new OsmAndParameters(parameters).report(now);
    }

    private Optional<DeviceReport> report(Instant now) {
        String id = VehicleRequests.id("id", either("id", "deviceid"));
        String valid = left.remove("valid");
        String timestamp = left.remove("timestamp");
        var at = timestamp == null ? now : DeviceValues.time("timestamp", timestamp);
        var place = place();
        var speedKmh = DeviceValues.kmh(number("speed"), KMH_PER_KNOT);
        var bearing = DeviceValues.bearing(DeviceValues.number("bearing", either("bearing", "heading")));
        if (valid != null && !valid.equalsIgnoreCase("true") && !valid.equals("1")) {
            return Optional.empty();
        }
        var signal = new RawSignal(at, place[0], place[1], speedKmh, bearing, null, null, null, null, left);
        return Optional.of(new DeviceReport(id, List.of(signal), (index, field) -> name(field)));
    }

    private static String name(String field) {
        return field.startsWith(ATTRIBUTE) ? field.substring(ATTRIBUTE.length()) : NAMES.getOrDefault(field, field);
    }

    /** Latitude and longitude. */
    private Double[] place() {
        String location = left.remove("location");
        if (location == null) {
            return new Double[] {number("lat"), number("lon")};
        }
        String[] parts = location.split(",", -1);
        if (parts.length != 2 || left.containsKey("lat") || left.containsKey("lon")) {
            throw ProblemException.invalid("location", "location must be lat,lon, and stand in place of lat and lon");
        }
        return new Double[] {
            Fields.required("location", DeviceValues.number("location", parts[0].trim())),
            Fields.required("location", DeviceValues.number("location", parts[1].trim()))
        };
    }

    private Double number(String name) {
        return DeviceValues.number(name, left.remove(name));
    }

    /** One of two names for the same. */
    private String either(String name, String other) {
        String value = left.remove(name);
        String otherValue = left.remove(other);
        return value == null ? otherValue : value;
    }
}
