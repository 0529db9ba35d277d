package io.varve.http.tracker;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.varve.http.vehicle.RawSignal;
import io.varve.http.vehicle.ScalarReader;
import io.varve.http.vehicle.VehicleRequests;
import io.varve.http.web.Bodies;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The OsmAnd protocol in JSON, as Traccar Client has it from version 9 on: one location, or several that it kept while it
 * was not connected. Speed is in m/s and the odometer in meters; what else the app sends is left out.
 */
final class OsmAndJson {
    private static final double KMH_PER_METER_PER_SECOND = 3.6;
    private static final double METERS_PER_KM = 1_000;
    private static final double PERCENT = 100;
    private static final Map<String, String> NAMES = Map.of(
            "at", "timestamp",
            "lat", "coords.latitude",
            "lon", "coords.longitude",
            "speedKmh", "coords.speed",
            "bearing", "coords.heading",
            "odometerKm", "odometer");

    private OsmAndJson() {}

    private record Body(
            @JsonProperty("device_id") @JsonDeserialize(using = ScalarReader.class)
            String deviceId,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Location> location) {}

    private record Location(
            @JsonDeserialize(using = ScalarReader.class) String timestamp,
            Coords coords,
            Double odometer,
            @JsonProperty("is_moving") Boolean isMoving,
            String event,
            Battery battery,
            Activity activity,
            Map<String, JsonNode> extras) {}

    private record Coords(
            Double latitude, Double longitude, Double speed, Double heading, Double accuracy, Double altitude) {}

    /** @param level of 1 */
    private record Battery(
            Double level, @JsonProperty("is_charging") Boolean isCharging) {}

    private record Activity(String type) {}

    /** @throws ProblemException that names the field */
    static DeviceReport read(byte[] body) {
        var message = Bodies.readKnown(body, Body.class);
        String id = VehicleRequests.id("device_id", message.deviceId());
        var signals = new ArrayList<RawSignal>();
        for (var location : Fields.required("location", message.location())) {
            signals.add(signal(path(signals.size()), location));
        }
        return new DeviceReport(id, signals, (index, field) -> path(index) + "." + NAMES.getOrDefault(field, "extras"));
    }

    private static String path(int index) {
        return "location[" + index + "]";
    }

    private static RawSignal signal(String path, Location location) {
        Fields.required(path, location);
        var coords = Fields.required(path + ".coords", location.coords());
        String timestamp = Fields.required(path + ".timestamp", location.timestamp());
        return new RawSignal(
                DeviceValues.time(path + ".timestamp", timestamp),
                coords.latitude(),
                coords.longitude(),
                DeviceValues.kmh(coords.speed(), KMH_PER_METER_PER_SECOND),
                DeviceValues.bearing(coords.heading()),
                location.odometer() == null ? null : location.odometer() / METERS_PER_KM,
                null,
                null,
                null,
                attributes(location));
    }

    /** Under the names that the parameters of the protocol have. */
    private static Map<String, String> attributes(Location location) {
        var found = new TreeMap<String, String>();
        if (location.extras() != null) {
            location.extras().forEach((name, value) -> put(found, name, value.isContainerNode() ? null : value));
        }
        put(found, "accuracy", location.coords().accuracy());
        put(found, "altitude", location.coords().altitude());
        put(found, "is_moving", location.isMoving());
        put(found, "event", location.event());
        if (location.battery() != null) {
            Double level = location.battery().level();
            put(found, "batt", level == null || level < 0 ? null : Long.valueOf(Math.round(level * PERCENT)));
            put(found, "charge", location.battery().isCharging());
        }
        if (location.activity() != null) {
            put(found, "activity", location.activity().type());
        }
        return found;
    }

    private static void put(Map<String, String> attributes, String name, Object value) {
        String text = value instanceof JsonNode node ? node.asText("") : value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            attributes.put(name, text);
        }
    }
}
