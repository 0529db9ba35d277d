package io.varve.node.entity;

import io.varve.node.region.RegionAnswer;
import io.varve.node.region.RegionCommand;
import io.varve.node.region.RegionKind;
import io.varve.node.region.RegionRefusal;
import io.varve.node.region.RegionShape;
import io.varve.node.route.RouteAnswer;
import io.varve.node.route.RouteCommand;
import io.varve.node.route.RouteKind;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleAnswer;
import io.varve.node.vehicle.VehicleCommand.Define;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleKind;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.node.vehicle.VehicleRefusal;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What travels to and from vehicles, regions and routes, and their snapshots. */
class TelematicsSerializerTest extends SerializerTests {
    private static final SpeedLimit LIMIT = new SpeedLimit(30, "region:downtown");

    private static Sighting sighting(int second, double speedKmh, List<String> codes) {
        var signal = new Signal(
                AT.plusSeconds(second),
                38.9,
                -77.0,
                speedKmh,
                12.5,
                48_211.4,
                "C53",
                "t1",
                codes,
                Map.of("batt", "87"));
        return new Sighting(signal, List.of("downtown", "harbour"), LIMIT);
    }

    private static Report report() {
        return new Report(List.of(sighting(0, 45, List.of("P0301")), sighting(1, 50, null)), true);
    }

    private static RegionCommand draw() {
        try {
            var polygon =
                    Json.JOURNAL.readTree("{\"type\":\"Polygon\",\"coordinates\":[[[0,0.25],[2,0],[2,2.5],[0,0.25]]]}");
            return new RegionCommand.Draw(new RegionShape("Downtown", polygon, null));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("command:vehicle", command("vehicle", report())),
                Arguments.of(
                        "command:vehicle",
                        command("vehicle", new Define(new VehicleProfile("Bus 7", "north", null, null, 80.0)))),
                Arguments.of(
                        "reply:vehicle", reply("vehicle", new VehicleAnswer("bus-7", true, 1, 1, 0, 3, List.of(AT)))),
                Arguments.of("reply:vehicle", refusal("vehicle", VehicleRefusal.VEHICLE_NOT_FOUND)),
                Arguments.of("command:region", command("region", draw())),
                Arguments.of("command:region", command("region", new RegionCommand.Remove())),
                Arguments.of("reply:region", reply("region", new RegionAnswer("downtown", 3, true))),
                Arguments.of("reply:region", refusal("region", RegionRefusal.REGION_NOT_FOUND)),
                Arguments.of("command:route", command("route", new RouteCommand.Define("Heights", 50.0))),
                Arguments.of("reply:route", reply("route", new RouteAnswer("C53", true))));
    }

    @Test
    void snapshot_isReadAsItWasWritten() throws NotSerializableException {
        snapshotRoundTrip(VehicleKind.create(), "id", List.of(report(), report()));
        snapshotRoundTrip(RegionKind.create(), "id", List.of(draw()));
        snapshotRoundTrip(RegionKind.create(), "id", List.of(draw(), new RegionCommand.Remove()));
        snapshotRoundTrip(RouteKind.create(), "id", List.of(new RouteCommand.Define("Heights", null)));
    }
}
