package io.varve.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.entity.Json;
import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionShape;
import io.varve.node.route.RouteEvent;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An example of every event of vehicles, regions and routes. */
public final class TelematicsEvents {
    private static final Instant AT = Instant.parse("2026-02-16T09:36:00.250Z");
    private static final SpeedLimit LIMIT = new SpeedLimit(30, "region:downtown");
    private static final Signal FULL = new Signal(
            AT, 38.92353, -77.05198, 27.5, 119.0, 48_211.4, "C53", "18632100", List.of("P0301"), Map.of("batt", "87"));
    /** A device that says where it is, and nothing else. */
    private static final Signal BARE =
            new Signal(AT.plusSeconds(30), 38.91215, -77.01222, null, null, null, null, null, null, Map.of());

    static final List<VehicleEvent> OF_A_VEHICLE = List.of(
            new VehicleEvent.Registered("bus-7", new VehicleProfile("Bus 7", "north", "C53", "bus", 80.0), false),
            new VehicleEvent.Changed("bus-7", new VehicleProfile("Bus 7", "south", null, null, null)),
            new VehicleEvent.SignalsRecorded(
                    "bus-7",
                    "north",
                    List.of(
                            new RecordedSignal(FULL, List.of("downtown", "harbour")),
                            new RecordedSignal(BARE, List.of())),
                    3,
                    2,
                    1,
                    true),
            new VehicleEvent.DuplicatesIgnored("bus-7", 4, 1),
            new VehicleEvent.RegionEntered("bus-7", "downtown", AT, 38.92353, -77.05198),
            new VehicleEvent.RegionLeft("bus-7", "downtown", AT.plusSeconds(90), 38.92353, -77.05198, AT, 90.0),
            new VehicleEvent.CodeRaised("bus-7", "P0301", AT, 38.92353, -77.05198, "north", "C53", List.of("downtown")),
            new VehicleEvent.CodeCleared(
                    "bus-7", "P0301", AT.plusSeconds(90), 38.92353, -77.05198, "north", "C53", List.of(), AT),
            new VehicleEvent.OverspeedStarted("bus-7", AT, 38.92353, -77.05198, 42.5, LIMIT),
            new VehicleEvent.OverspeedEnded("bus-7", AT.plusSeconds(90), 38.92353, -77.05198, AT, 47.25, LIMIT));

    static final List<RegionEvent> OF_A_REGION = List.of(
            new RegionEvent.Drawn(
                    "downtown",
                    new RegionShape(
                            "Downtown",
                            json("{\"type\":\"Polygon\",\"coordinates\":"
                                    + "[[[-77.05,38.9],[-77,38.9],[-77,38.95],[-77.05,38.9]]]}"),
                            30.0),
                    2),
            new RegionEvent.Removed("downtown"));

    static final List<RouteEvent> OF_A_ROUTE = List.of(new RouteEvent.Defined("C53", "Congress Heights", 50.0));

    private TelematicsEvents() {}

    private static JsonNode json(String text) {
        try {
            return Json.JOURNAL.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
