package io.varve.read.code;

import static io.varve.read.VehicleStory.minute;
import static io.varve.read.VehicleStory.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.VehicleStory;
import io.varve.read.ViewsContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class CodeViewsContract extends ViewsContract {
    /** Codes that no other test has: all tests share the hours. */
    private final String code = unique("P");

    private final String other = unique("Q");
    private final String id = unique("vehicle");

    private VehicleStory story(String vehicleId) {
        return VehicleStory.registered(vehicleId)
                .signals(true, List.of("zone"), signal(0, "r1", code), signal(1, "r2", code, other))
                .raised(code, 0, "zone")
                .raised(other, 1, "zone")
                .signals(true, List.of(), signal(29, "r1", code, code), signal(31, "r1", code), signal(40, "r1"))
                .cleared(other, 1, 29)
                .cleared(code, 0, 40);
    }

    private List<CodeSummary> codes(double from, double to, String region, String route, String fleet) {
        var query = new CodeQuery(
                minute(from),
                minute(to),
                Optional.ofNullable(region),
                Optional.ofNullable(route),
                Optional.ofNullable(fleet));
        return await(views().codes().codes(query)).stream()
                .filter(each -> each.code().equals(code) || each.code().equals(other))
                .toList();
    }

    @Test
    void codes_areCounted_overHours() {
        writeVehicles(story(id).events());
        writeVehicles(story(unique("vehicle")).events());

        assertThat(codes(-10, 100, null, null, null))
                .containsExactly(
                        new CodeSummary(code, 2, 2, 8, 2, minute(0), minute(40)),
                        new CodeSummary(other, 2, 2, 2, 2, minute(1), minute(29)));
    }

    @Test
    void period_countsToTheSignal() {
        writeVehicles(story(id).events());

        assertThat(codes(1, 31, null, null, null))
                .containsExactly(
                        new CodeSummary(code, 0, 0, 2, 1, minute(1), minute(29)),
                        new CodeSummary(other, 1, 1, 1, 1, minute(1), minute(29)));
        assertThat(codes(2, 29, null, null, null)).isEmpty();
        assertThat(codes(5, 5, null, null, null)).isEmpty();
    }

    @Test
    void place_isThatOfEachSignal() {
        writeVehicles(story(id).events());

        assertThat(codes(-10, 100, "zone", null, null))
                .containsExactly(
                        new CodeSummary(code, 1, 0, 2, 1, minute(0), minute(1)),
                        new CodeSummary(other, 1, 0, 1, 1, minute(1), minute(1)));
        assertThat(codes(-10, 100, "zone", "r2", "north"))
                .containsExactly(
                        new CodeSummary(code, 0, 0, 1, 1, minute(1), minute(1)),
                        new CodeSummary(other, 0, 0, 1, 1, minute(1), minute(1)));
        assertThat(codes(-10, 100, null, null, "south")).isEmpty();
    }

    @Test
    void vehicle_hasItsOwnCounts_andWhatIsActive() {
        var story = story(id).raised(code, 50);
        writeVehicles(story.events());
        writeVehicles(story(unique("vehicle")).events());

        assertThat(await(views().codes().ofVehicle(id)))
                .containsExactly(
                        new VehicleCode(code, 2, 1, 4, minute(0), minute(50), Optional.of(minute(50))),
                        new VehicleCode(other, 1, 1, 1, minute(1), minute(29), Optional.empty()));
        assertThat(await(views().codes().ofVehicle(unique("nobody")))).isEmpty();
    }

    @Test
    void replay_changesNothing() {
        var events = story(id).events();
        writeVehicles(events);
        var before = codes(-10, 100, null, null, null);

        replayVehicles(events);

        assertThat(before).isNotEmpty();
        assertThat(codes(-10, 100, null, null, null)).isEqualTo(before);
    }
}
