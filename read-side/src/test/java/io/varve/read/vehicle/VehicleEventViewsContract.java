package io.varve.read.vehicle;

import static io.varve.read.VehicleStory.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.vehicle.SpeedLimit;
import io.varve.read.VehicleStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import io.varve.read.vehicle.VehicleEventView.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class VehicleEventViewsContract extends ViewsContract {
    private final String id = unique("vehicle");

    private List<VehicleEventView> events(Optional<Instant> from, Optional<Instant> to, int limit) {
        return allPages(limit, page -> views().vehicleEvents().events(id, from, to, page));
    }

    private List<VehicleEventView> all(int limit) {
        return events(Optional.empty(), Optional.empty(), limit);
    }

    @Test
    void events_areAllThereButSignals_newestFirst_overMonths() {
        writeVehicles(VehicleStory.full(id).events());

        assertThat(all(50))
                .extracting(VehicleEventView::type)
                .containsExactly(
                        "changed", // recorded today, as is the registration
                        "registered",
                        "overspeed-ended",
                        "code-cleared",
                        "region-left",
                        "overspeed-started",
                        "code-raised",
                        "code-raised",
                        "region-entered");
        for (int limit : new int[] {1, 2, 3, 8, 9, 10}) {
            assertThat(all(limit)).isEqualTo(all(50));
        }
    }

    @Test
    void details_areThoseOfTheEvent() {
        writeVehicles(VehicleStory.full(id).events());
        var place = Optional.of(new Place(VehicleStory.LAT, VehicleStory.LON));
        var limit = Optional.of(new SpeedLimit(30, "region:zone"));
        var none = Optional.<String>empty();

        var all = all(50);

        assertThat(all.get(1).details())
                .isEqualTo(new VehicleEventView.Details(
                        Optional.empty(),
                        Optional.of(VehicleStory.PROFILE),
                        Optional.of(false),
                        none,
                        none,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(all.get(2))
                .isEqualTo(new VehicleEventView(
                        13,
                        minute(40),
                        "overspeed-ended",
                        new VehicleEventView.Details(
                                place,
                                Optional.empty(),
                                Optional.empty(),
                                none,
                                none,
                                Optional.of(minute(1)),
                                Optional.empty(),
                                Optional.of(50.25),
                                limit)));
        assertThat(all.get(3).details().code()).contains("P0420");
        assertThat(all.get(3).details().since()).contains(minute(1));
        assertThat(all.get(4).details().regionId()).contains("zone");
        assertThat(all.get(4).details().dwellSeconds()).contains(2_400.0);
    }

    @Test
    void period_beginsAtItsFirstTime_andExcludesItsEnd() {
        writeVehicles(VehicleStory.full(id).events());

        assertThat(events(Optional.of(minute(1)), Optional.of(minute(40)), 50))
                .extracting(VehicleEventView::type)
                .containsExactly("overspeed-started", "code-raised");
        assertThat(events(Optional.of(minute(0)), Optional.of(minute(40).plusMillis(1)), 2))
                .hasSize(7);
        assertThat(events(Optional.of(minute(41)), Optional.of(minute(41)), 2)).isEmpty();
    }

    @Test
    void replay_changesNothing() {
        var events = VehicleStory.full(id).events();
        writeVehicles(events);
        var before = all(50);

        replayVehicles(events);

        assertThat(all(50)).isEqualTo(before);
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (var cursor : new String[] {"", "not base64!", Cursor.encode("entries", 7)}) {
            assertThatThrownBy(() -> views().vehicleEvents()
                            .events(
                                    id,
                                    Optional.empty(),
                                    Optional.empty(),
                                    PageRequest.first(5).after(cursor)))
                    .isInstanceOf(BadCursorException.class);
        }
    }
}
