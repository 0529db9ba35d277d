package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels to and from vehicles, regions and routes, and their snapshots. */
class TelematicsSerializerTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.25Z");
    private static final CommandMeta META = new CommandMeta("key:1", "00ff", "device", AT);
    private static final SpeedLimit LIMIT = new SpeedLimit(30, "region:downtown");
    private static ActorSystem system;
    private static EntitySerializer serializer;

    @BeforeAll
    static void start() throws NotSerializableException {
        system = HostSystem.create();
        serializer = (EntitySerializer) SerializationExtension.get(system).serializerFor(Journaled.class);
    }

    @AfterAll
    static void stop() {
        TestKit.shutdownActorSystem(system);
    }

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
                Arguments.of(
                        "reply:vehicle",
                        new EntityMessage.Reply<>(
                                "vehicle", "k", new Outcome.Refused<>(VehicleRefusal.VEHICLE_NOT_FOUND, 0, false))),
                Arguments.of("command:region", command("region", draw())),
                Arguments.of("command:region", command("region", new RegionCommand.Remove())),
                Arguments.of("reply:region", reply("region", new RegionAnswer("downtown", 3, true))),
                Arguments.of(
                        "reply:region",
                        new EntityMessage.Reply<>(
                                "region", "k", new Outcome.Refused<>(RegionRefusal.REGION_NOT_FOUND, 0, false))),
                Arguments.of("command:route", command("route", new RouteCommand.Define("Heights", 50.0))),
                Arguments.of("reply:route", reply("route", new RouteAnswer("C53", true))));
    }

    private static Object command(String kind, Object command) {
        return new EntityMessage.Command<>(kind, "id", META, null, -1, command);
    }

    private static Object reply(String kind, Object answer) {
        return new EntityMessage.Reply<>(kind, "k", new Outcome.Accepted<>(answer, 4, false));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void message_isReadAsItWasWritten(String manifest, Object message) throws NotSerializableException {
        assertThat(serializer.manifest(message)).isEqualTo(manifest);
        assertThat(serializer.fromBinary(serializer.toBinary(message), manifest))
                .isEqualTo(message);
    }

    @Test
    void snapshot_isReadAsItWasWritten() throws NotSerializableException {
        snapshotRoundTrip(VehicleKind.create(), List.of(report(), report()));
        snapshotRoundTrip(RegionKind.create(), List.of(draw()));
        snapshotRoundTrip(RegionKind.create(), List.of(draw(), new RegionCommand.Remove()));
        snapshotRoundTrip(RouteKind.create(), List.of(new RouteCommand.Define("Heights", null)));
    }

    private static <C, E, S, A, R extends Enum<R>> void snapshotRoundTrip(
            EntityKind<C, E, S, A, R> kind, List<? extends C> commands) throws NotSerializableException {
        var entity = new InMemoryEntity<>(kind, "id");
        for (int n = 0; n < commands.size(); n++) {
            entity.submit("c" + n, commands.get(n));
        }
        var snapshot =
                new JournaledSnapshot<>(kind.name(), new EntitySnapshot<>(entity.state(), 2, entity.remembered()));
        assertThat(serializer.fromBinary(serializer.toBinary(snapshot), "snapshot:" + kind.name()))
                .isEqualTo(snapshot);
    }
}
