package io.varve.read.region;

import static io.varve.read.RegionStory.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.RegionStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

abstract class RegionViewsContract extends ViewsContract {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final String id = unique("region");

    @Test
    void region_showsItsLastDrawing() {
        writeRegions(RegionStory.full(id).events().subList(0, 3));

        assertThat(await(views().regions().region(id)))
                .contains(new RegionView(id, "New town", square(0, 0, 2), Optional.empty(), 2, 3));
        assertThat(await(views().regions().region(unique("nobody")))).isEmpty();
    }

    @Test
    void regionThatWasRemoved_isAbsent_untilItIsDrawnAgain() {
        var events = RegionStory.full(id).events();
        writeRegions(events.subList(0, 4));

        assertThat(await(views().regions().region(id))).isEmpty();
        assertThat(await(views().regions().region(id, 4, Duration.ofSeconds(20))))
                .isInstanceOf(Reading.Absent.class);
        assertThat(await(views().regions().region(id, 5, Duration.ofMillis(30))))
                .isEqualTo(new Reading.Behind<>(4));
        assertThat(await(views().regions().all()))
                .extracting(RegionView::regionId)
                .doesNotContain(id);
        assertThat(await(views().regions().revision(id))).isEqualTo(4);

        writeRegions(events.subList(4, 5));
        assertThat(await(views().regions().region(id, 5, Duration.ofSeconds(20))))
                .isEqualTo(new Reading.Found<>(new RegionView(id, "Town", square(0, 0, 1), Optional.of(50.0), 3, 5)));
    }

    @Test
    void replay_changesNothing() {
        var events = RegionStory.full(id).events();
        writeRegions(events);
        var before = dump();

        replayRegions(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void geometryThatIsKnown_isNotReadAgain() {
        writeRegions(RegionStory.full(id).events().subList(0, 2));
        var known = new RegionView(id, "whatever", square(9, 9, 9), Optional.empty(), 1, 1);
        var other = new RegionView(id, "whatever", square(9, 9, 9), Optional.empty(), 7, 1);

        assertThat(await(views().regions().all(Map.of(id, known))))
                .contains(new RegionView(id, "New town", known.geometry(), Optional.empty(), 1, 2));
        assertThat(await(views().regions().all(Map.of(id, other))))
                .contains(new RegionView(id, "New town", square(0, 0, 1), Optional.empty(), 1, 2));
    }

    @Test
    void keeper_followsTheTables() {
        try (var keeper = new MapKeeper(views().regions(), views().routes(), Duration.ofMillis(20))) {
            writeRegions(RegionStory.full(id).events().subList(0, 1));
            await(keeper.start());
            assertThat(keeper.current().containing(0.5, 0.5)).contains(id);
            assertThat(keeper.current().containing(1.5, 1.5)).doesNotContain(id);

            writeRegions(RegionStory.full(id).events().subList(1, 3));
            Awaitility.await().until(() -> keeper.current().containing(1.5, 1.5).contains(id));
            writeRegions(RegionStory.full(id).events().subList(3, 4));
            Awaitility.await()
                    .until(() -> !keeper.current().containing(0.5, 0.5).contains(id));
            writeRoutes(List.of(RegionStory.route(id, 1, "Route", 30.0)));
            Awaitility.await().until(() -> keeper.current().limitAt(List.of(), id) != null);
        }
    }

    @Test
    void keeper_showsWhatIsAwaited_longBeforeItsNextLook() {
        try (var keeper = new MapKeeper(views().regions(), views().routes(), Duration.ofHours(1))) {
            await(keeper.start());
            var drawn = keeper.awaitRegion(id, 1, LONG);
            writeRegions(RegionStory.full(id).events().subList(0, 1));
            assertThat(await(drawn)).isTrue();
            assertThat(keeper.current().containing(0.5, 0.5)).contains(id);

            var removed = keeper.awaitRegion(id, 4, LONG);
            writeRegions(RegionStory.full(id).events().subList(1, 4));
            assertThat(await(removed)).isTrue();
            assertThat(keeper.current().regions()).doesNotContainKey(id);

            var limited = keeper.awaitRoute(id, 1, LONG);
            writeRoutes(List.of(RegionStory.route(id, 1, "Route", 30.0)));
            assertThat(await(limited)).isTrue();
            assertThat(keeper.current().limitAt(List.of(), id)).isNotNull();
        }
    }

    @Test
    void keeper_doesNotWaitForever_forWhatNeverComes() {
        try (var keeper = new MapKeeper(views().regions(), views().routes(), Duration.ofHours(1))) {
            await(keeper.start());
            assertThat(await(keeper.awaitRegion(id, 1, Duration.ofMillis(50)))).isFalse();
        }
    }
}
