package io.varve.http.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.varve.http.vehicle.RawSignal;
import io.varve.http.vehicle.VehicleRequests;
import io.varve.http.web.Bodies;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A message of OwnTracks in its HTTP mode. Speed is in km/h; what is not known is an attribute. */
final class OwnTracksMessage {
    private static final Pattern TOPIC = Pattern.compile("(?:[^/]+/)?([^/]+)/([^/]+)");
    private static final Map<String, String> NAMES =
            Map.of("at", "tst", "speedKmh", "vel", "bearing", "cog", "odometerKm", "odometer");

    private final ObjectNode left;

    private OwnTracksMessage(ObjectNode message) {
        left = message;
    }

    /**
     * @param user the name of the user, when the request tells it outside of the message
     * @param device the name of the user's device, likewise
     * @return empty when the message tells no location
     * @throws ProblemException that names the field
     */
    static Optional<DeviceReport> read(byte[] body, Optional<String> user, Optional<String> device) {
        // The app sends nothing at all when a friend is removed.
        if (body.length == 0) {
            return Optional.empty();
        }
        if (!(Bodies.readTree(body) instanceof ObjectNode message)) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "The body must be a JSON object");
        }
        return new OwnTracksMessage(message).report(user, device);
    }

    private Optional<DeviceReport> report(Optional<String> user, Optional<String> device) {
        if (!"location".equals(Fields.required("_type", text("_type")))) {
            return Optional.empty();
        }
        String id = vehicleId(user, device);
        double seconds = Fields.required("tst", number("tst"));
        var signal = new RawSignal(
                // What is no time at all is refused with those that are too early or too late.
                Instant.ofEpochMilli(Math.round(seconds * 1_000)),
                number("lat"),
                number("lon"),
                DeviceValues.kmh(number("vel"), 1),
                DeviceValues.bearing(number("cog")),
                number("odometer"),
                null,
                null,
                null,
                attributes());
        return Optional.of(new DeviceReport(id, List.of(signal), (index, field) -> NAMES.getOrDefault(field, field)));
    }

    /** User and device together: both have one of the name {@code phone}. */
    private String vehicleId(Optional<String> user, Optional<String> device) {
        String topic = text("topic");
        if (topic != null) {
            var names = TOPIC.matcher(topic);
            if (!names.matches()) {
                throw ProblemException.invalid("topic", "topic must be owntracks/user/device");
            }
            return VehicleRequests.id("topic", names.group(1) + ":" + names.group(2));
        }
        if (user.isPresent() && device.isPresent()) {
            return VehicleRequests.id("d", user.get() + ":" + device.get());
        }
        String id = device.or(() -> Optional.ofNullable(left.path("tid").textValue()))
                .orElse(null);
        return VehicleRequests.id("topic", id);
    }

    private Map<String, String> attributes() {
        var found = new TreeMap<String, String>();
        left.properties().forEach(field -> {
            boolean told = field.getValue().isValueNode() && !field.getValue().isNull();
            if (told && !field.getKey().startsWith("_")) {
                found.put(field.getKey(), field.getValue().asText());
            }
        });
        return found;
    }

    private String text(String field) {
        JsonNode value = left.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ProblemException.invalid(field, field + " must be a text");
        }
        return value.textValue();
    }

    private Double number(String field) {
        JsonNode value = left.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw ProblemException.invalid(field, field + " must be a number");
        }
        return value.doubleValue();
    }
}
