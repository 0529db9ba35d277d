package io.varve.read.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.RegionStory;
import io.varve.read.query.Reading;
import io.varve.read.query.ViewsUnavailableException;
import io.varve.read.route.RouteView;
import io.varve.read.route.RouteViews;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at the tables are answered when the test says so. */
class MapKeeperTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Looks that are underway. */
    private final Queue<CompletableFuture<List<RegionView>>> looks = new ArrayDeque<>();

    /** Of those whose row is there. */
    private final Map<String, Long> revisions = new HashMap<>();

    private final List<RouteView> routes = new ArrayList<>();

    private final MapKeeper keeper = new MapKeeper(new Regions(), new Routes(), Duration.ofHours(1));

    private final class Regions implements RegionViews {
        @Override
        public CompletionStage<Optional<RegionView>> region(String regionId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Reading<RegionView>> region(String regionId, long minRevision, Duration maxWait) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<List<RegionView>> all(Map<String, RegionView> known) {
            var look = new CompletableFuture<List<RegionView>>();
            looks.add(look);
            return look;
        }

        @Override
        public CompletionStage<Long> revision(String regionId) {
            return CompletableFuture.completedFuture(revisions.getOrDefault(regionId, 0L));
        }
    }

    private final class Routes implements RouteViews {
        @Override
        public CompletionStage<Optional<RouteView>> route(String routeId) {
            return CompletableFuture.failedFuture(new ViewsUnavailableException(new IllegalStateException("down")));
        }

        @Override
        public CompletionStage<Reading<RouteView>> route(String routeId, long minRevision, Duration maxWait) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<List<RouteView>> all() {
            return CompletableFuture.completedFuture(List.copyOf(routes));
        }
    }

    private static RegionView region(String id, long revision) {
        return new RegionView(id, id, RegionStory.square(0, 0, 1), Optional.empty(), 1, revision);
    }

    private void found(RegionView... regions) {
        for (var region : regions) {
            revisions.put(region.regionId(), region.revision());
        }
        looks.remove().complete(List.of(regions));
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    /** Asks for a look. */
    private CompletableFuture<Boolean> look() {
        revisions.put("known", 1L);
        return keeper.awaitRegion("known", 1, LONG).toCompletableFuture();
    }

    @Test
    void onlyOneLook_isUnderway_andThoseWhoWait_shareTheNext() {
        revisions.putAll(Map.of("a", 9L, "b", 9L));
        var started = keeper.start().toCompletableFuture();
        var first = keeper.awaitRegion("a", 9, LONG).toCompletableFuture();
        var second = keeper.awaitRegion("b", 9, LONG).toCompletableFuture();
        assertThat(looks).hasSize(1);

        found();
        assertThat(started).isCompleted();
        assertThat(first).isNotDone();
        assertThat(looks).hasSize(1);

        found(region("a", 9), region("b", 9));
        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isCompletedWithValue(true);
        assertThat(keeper.current().regions()).containsOnlyKeys("a", "b");
        assertThat(looks).isEmpty();
    }

    @Test
    void lookThatFails_leavesTheMap_andTheNextOneMendsIt() {
        keeper.start();
        found(region("a", 1));
        revisions.put("b", 9L);
        var awaited = keeper.awaitRegion("b", 9, LONG).toCompletableFuture();
        looks.remove().completeExceptionally(new ViewsUnavailableException(new IllegalStateException("down")));
        assertThat(awaited).isCompletedWithValue(false);
        assertThat(keeper.current().regions()).containsOnlyKeys("a");

        var again = keeper.awaitRegion("b", 9, LONG).toCompletableFuture();
        found(region("b", 9));
        assertThat(again).isCompletedWithValue(true);
        assertThat(keeper.current().regions()).containsOnlyKeys("a", "b");
    }

    @Test
    void awaiting_endsWithoutTheMap_whenNothingCanBeRead() {
        assertThat(keeper.awaitRoute("r", 1, LONG).toCompletableFuture()).isCompletedWithValue(false);
        assertThat(keeper.awaitRegion("a", 9, Duration.ofMillis(20))
                        .toCompletableFuture()
                        .join())
                .isFalse();
    }

    @Test
    void viewsThatAreRebuilt_takeNothingFromTheMap() {
        routes.add(new RouteView("r", "Route", Optional.of(50.0), 2));
        keeper.start();
        found(region("a", 3), region("b", 1));
        revisions.clear();
        routes.clear();
        look();
        found();
        assertThat(keeper.current().regions()).containsOnlyKeys("a", "b");
        assertThat(keeper.current().routes()).containsOnlyKeys("r");

        // As it was once.
        routes.add(new RouteView("r", "Route", Optional.of(30.0), 1));
        look();
        found(region("a", 2));
        assertThat(keeper.current().regions().get("a").revision()).isEqualTo(3);
        assertThat(keeper.current().routes().get("r").revision()).isEqualTo(2);
        assertThat(keeper.current().regions()).containsOnlyKeys("a", "b");

        look();
        found(region("a", 4), region("b", 1));
        assertThat(keeper.current().regions().get("a").revision()).isEqualTo(4);
    }

    @Test
    void regionThatWasRemoved_doesNotComeBack_untilItIsDrawnAgain() {
        keeper.start();
        found(region("a", 2));
        revisions.put("a", 3L);
        look();
        found();
        assertThat(keeper.current().regions()).isEmpty();
        // Its past goes by while the views are rebuilt.
        look();
        found(region("a", 2));
        assertThat(keeper.current().regions()).isEmpty();
        look();
        found(region("a", 4));
        assertThat(keeper.current().regions()).containsOnlyKeys("a");
    }
}
