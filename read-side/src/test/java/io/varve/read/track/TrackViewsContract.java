package io.varve.read.track;

import static io.varve.read.VehicleStory.minute;
import static io.varve.read.VehicleStory.recordedAt;
import static io.varve.read.VehicleStory.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.VehicleStory;
import io.varve.read.ViewsContract;
import io.varve.read.vehicle.SignalView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

abstract class TrackViewsContract extends ViewsContract {
    private final String id = unique("vehicle");

    private List<Instant> times(double from, double to, int limit) {
        return await(views().tracks().track(id, minute(from), minute(to), limit)).stream()
                .map(each -> each.signal().at())
                .toList();
    }

    @Test
    void track_isInTheOrderOfTheSignalsTimes_overDays_howeverTheyCame() {
        writeVehicles(VehicleStory.registered(id)
                .signals(true, List.of("zone"), signal(10, "r1"), signal(29, "r1"), signal(31, "r1", "P0301"))
                .late(20)
                .late(-1_500)
                .at(1_500)
                .events());

        assertThat(times(-5_000, 5_000, 100))
                .containsExactly(minute(-1_500), minute(10), minute(20), minute(29), minute(31), minute(1_500));
        assertThat(times(10, 31, 100)).containsExactly(minute(10), minute(20), minute(29));
        assertThat(times(-5_000, 5_000, 4)).containsExactly(minute(-1_500), minute(10), minute(20), minute(29));
        assertThat(times(31, 31, 100)).isEmpty();
        assertThat(await(views().tracks().track(id, minute(31), minute(32), 1)))
                .containsExactly(new SignalView(signal(31, "r1", "P0301"), List.of("zone"), "north", recordedAt(2)));
    }

    @Test
    void replay_changesNothing() {
        var events = VehicleStory.full(id).events();
        writeVehicles(events);
        var before = times(-5_000, 5_000, 100);

        replayVehicles(events);

        assertThat(before).hasSize(4);
        assertThat(times(-5_000, 5_000, 100)).isEqualTo(before);
    }

    @Test
    void blocks_tellWhereInTheJournalADayIs() {
        var story = VehicleStory.registered(id);
        IntStream.range(0, 1_200).forEach(n -> story.at(n / 60.0));
        story.late(-1_500);
        writeVehicles(story.events());

        assertThat(await(views().tracks().blocks(id, minute(0), minute(1)))).containsExactly(0L, 1L);
        assertThat(await(views().tracks().blocks(id, minute(-1_501), minute(-1_499))))
                .containsExactly(1L);
        assertThat(await(views().tracks().blocks(id, minute(-5_000), minute(-4_000))))
                .isEmpty();
    }

    @Test
    void track_expires_butItsDaysStay() {
        var events = VehicleStory.registered(id).at(1).events();
        var age = Duration.between(recordedAt(2), Instant.now());

        writeVehicles(events, age.plusSeconds(3));

        assertThat(times(0, 2, 10)).hasSize(1);
        if (expires()) {
            Awaitility.await().until(() -> times(0, 2, 10).isEmpty());
        }
        assertThat(await(views().tracks().blocks(id, minute(0), minute(2)))).containsExactly(0L);
    }

    /** Whether rows that are there go by themselves. */
    abstract boolean expires();

    @Test
    void replay_doesNotBringBackWhatHasExpired() {
        var events = VehicleStory.registered(id).at(1).events();

        writeVehicles(events, Duration.ofMinutes(10));
        assertThat(times(0, 2, 10)).isEmpty();

        writeVehicles(events, Duration.ZERO);
        assertThat(times(0, 2, 10)).hasSize(1);
    }
}
