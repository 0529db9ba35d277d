package io.varve.read.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.RegionStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class RouteViewsContract extends ViewsContract {
    private final String id = unique("route");

    @Test
    void route_showsItsLastParticulars_alsoThatItHasNoLimitAnyMore() {
        writeRoutes(List.of(RegionStory.route(id, 1, "One", 30.0), RegionStory.route(id, 2, "Two", null)));

        var expected = new RouteView(id, "Two", Optional.empty(), 2);
        assertThat(await(views().routes().route(id))).contains(expected);
        assertThat(await(views().routes().route(id, 2, Duration.ofSeconds(20))))
                .isEqualTo(new Reading.Found<>(expected));
        assertThat(await(views().routes().route(id, 3, Duration.ofMillis(30)))).isEqualTo(new Reading.Behind<>(2));
        assertThat(await(views().routes().route(unique("nobody")))).isEmpty();
    }

    @Test
    void replay_changesNothing() {
        var events = List.of(RegionStory.route(id, 1, "One", null), RegionStory.route(id, 2, "Two", 50.0));
        writeRoutes(events);
        var before = dump();

        replayRoutes(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void all_areThereById() {
        writeRoutes(List.of(RegionStory.route(id + "-b", 1, "B", null)));
        writeRoutes(List.of(RegionStory.route(id + "-a", 1, "A", 40.0)));

        assertThat(await(views().routes().all()))
                .filteredOn(route -> route.routeId().startsWith(id))
                .containsExactly(
                        new RouteView(id + "-a", "A", Optional.of(40.0), 1),
                        new RouteView(id + "-b", "B", Optional.empty(), 1));
    }
}
