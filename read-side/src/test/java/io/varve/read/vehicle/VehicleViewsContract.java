package io.varve.read.vehicle;

import static io.varve.read.VehicleStory.minute;
import static io.varve.read.VehicleStory.recordedAt;
import static io.varve.read.VehicleStory.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.VehicleStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class VehicleViewsContract extends ViewsContract {
    private final String id = unique("vehicle");
    private final String zone = unique("zone");

    @Test
    void vehicle_showsWhatItsEventsSay() {
        var signal = signal(1, "r2", "P0301");
        writeVehicles(VehicleStory.registered(id)
                .signals(true, List.of(zone), signal(0, "r1"), signal)
                .entered(zone, 0)
                .raised("P0301", 1, zone)
                .tooFast(1)
                .events());

        assertThat(await(views().vehicles().vehicle(id)))
                .contains(new VehicleView(
                        id,
                        VehicleStory.PROFILE,
                        Optional.of(new SignalView(signal, List.of(zone), VehicleStory.PROFILE.fleet(), recordedAt(2))),
                        new TreeMap<>(Map.of(zone, minute(0))),
                        new TreeMap<>(Map.of("P0301", minute(1))),
                        true,
                        5,
                        recordedAt(5)));
        assertThat(await(views().vehicles().inside(zone))).containsExactly(new InsideView(id, minute(0)));
        assertThat(await(views().vehicles().revision(id))).isEqualTo(5);
    }

    @Test
    void vehicle_showsNoMoreWhatHasEnded() {
        writeVehicles(VehicleStory.full(id).events());

        var vehicle = await(views().vehicles().vehicle(id)).orElseThrow();

        assertThat(vehicle.profile()).isEqualTo(new VehicleProfile("Bus 8", "south", null, null, null));
        assertThat(vehicle.regions()).isEmpty();
        assertThat(vehicle.codes()).containsOnlyKeys("P0301");
        assertThat(vehicle.overspeed()).isFalse();
        assertThat(vehicle.revision()).isEqualTo(13);
    }

    @Test
    void lateSignal_movesTheRevision_andNothingElse() {
        writeVehicles(VehicleStory.registered(id).at(5).late(3).events());

        var vehicle = await(views().vehicles().vehicle(id)).orElseThrow();

        assertThat(vehicle.newest().orElseThrow().signal().at()).isEqualTo(minute(5));
        assertThat(vehicle.revision()).isEqualTo(3);
        assertThat(vehicle.recordedAt()).isEqualTo(recordedAt(3));
    }

    @Test
    void replay_changesNothing() {
        var events = VehicleStory.full(id).events();
        writeVehicles(events);
        var before = dump();

        replayVehicles(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        var events = VehicleStory.full(id).entered(zone, 41).left(zone, 41, 42).events();

        writeVehicles(reversed(events));

        var vehicle = await(views().vehicles().vehicle(id)).orElseThrow();
        assertThat(vehicle.newest().orElseThrow().signal().at()).isEqualTo(minute(40));
        assertThat(vehicle.profile().label()).isEqualTo("Bus 8");
        assertThat(vehicle.codes()).containsOnlyKeys("P0301");
        assertThat(vehicle.regions()).isEmpty();
        assertThat(vehicle.overspeed()).isFalse();
        assertThat(await(views().vehicles().inside(zone))).isEmpty();
    }

    @Test
    void all_hasEveryVehicle_asItIs() {
        var ids = IntStream.range(0, 40).mapToObj(n -> id + "-" + n).toList();
        ids.forEach(
                each -> writeVehicles(VehicleStory.full(each).entered(zone, 41).events()));

        var all = await(views().vehicles().all()).stream()
                .filter(vehicle -> ids.contains(vehicle.vehicleId()))
                .toList();

        assertThat(all)
                .hasSize(40)
                .allSatisfy(vehicle -> assertThat(await(views().vehicles().vehicle(vehicle.vehicleId())))
                        .contains(vehicle));
        assertThat(all).allSatisfy(vehicle -> assertThat(vehicle.regions()).containsOnlyKeys(zone));
        assertThat(await(views().vehicles().inside(zone)))
                .extracting(InsideView::vehicleId)
                .containsExactlyElementsOf(ids.stream().sorted().toList());
    }

    @Test
    void vehicle_isAbsent_untilItsFirstEventIsThere() {
        writeVehicles(VehicleStory.registered(id).at(1).events().subList(1, 2));

        assertThat(await(views().vehicles().vehicle(id))).isEmpty();
        assertThat(await(views().vehicles().vehicle(id, 3, Duration.ofMillis(30))))
                .isInstanceOf(Reading.Behind.class);
    }

    @Test
    void largeReports_stopNothing() {
        var codes = IntStream.range(0, 100).mapToObj(n -> "P%04d".formatted(n)).toArray(String[]::new);
        var signals =
                IntStream.range(0, 500).mapToObj(n -> signal(n, "r1", codes)).toArray(Signal[]::new);

        writeVehicles(
                VehicleStory.registered(id).signals(true, List.of(), signals).events());

        assertThat(await(views().vehicles().vehicle(id, 2, Duration.ofSeconds(20))))
                .isInstanceOf(Reading.Found.class);
        assertThat(await(views().tracks().track(id, minute(0), minute(500), 1_000)))
                .hasSize(500);
    }
}
