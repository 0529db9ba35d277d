package io.varve.read.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.Fixture;
import io.varve.read.VehicleStory;
import io.varve.read.ViewsContract;
import org.junit.jupiter.api.Test;

class VehicleFoldTest extends ViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }

    @Test
    void vehicle_isInMemoryWhatItIsInTheViews_afterEachEvent() {
        var events = VehicleStory.full("bus").events();
        var fleet = new Fleet();
        for (int n = 1; n <= events.size(); n++) {
            writeVehicles(events.subList(n - 1, n));

            fleet.take(events.get(n - 1));

            assertThat(fleet.vehicle("bus"))
                    .isPresent()
                    .isEqualTo(await(views().vehicles().vehicle("bus")));
        }
    }

    @Test
    void eventsOutOfTurn_changeNothing_andAViewThatKnowsMoreIsTakenOver() {
        var events = VehicleStory.full("bus").events();
        var fleet = new Fleet();
        fleet.take(events.get(1));
        assertThat(fleet.all()).isEmpty();
        fleet.take(events.get(0));
        fleet.take(events.get(1));
        var second = fleet.vehicle("bus").orElseThrow();
        fleet.take(events.get(0));
        fleet.take(events.get(3));
        assertThat(fleet.vehicle("bus")).contains(second);

        writeVehicles(events);
        var all = await(views().vehicles().vehicle("bus")).orElseThrow();
        fleet.take(all);
        fleet.take(second);
        fleet.take(events.get(2));

        assertThat(fleet.vehicle("bus")).contains(all);
    }
}
