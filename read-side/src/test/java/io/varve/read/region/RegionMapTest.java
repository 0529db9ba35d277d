package io.varve.read.region;

import static io.varve.read.RegionStory.json;
import static io.varve.read.RegionStory.square;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.read.route.RouteView;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionMapTest {
    private static final JsonNode RING = json("""
            {"type":"Polygon","coordinates":[
              [[0,0],[10,0],[10,10],[0,10],[0,0]],
              [[4,4],[6,4],[6,6],[4,6],[4,4]]]}""");
    private static final JsonNode TWO_PARTS = json("""
            {"type":"MultiPolygon","coordinates":[
              [[[0,0],[1,0],[1,1],[0,1],[0,0]]],
              [[[20,0],[21,0],[21,1],[20,1],[20,0]]]]}""");

    private static RegionView region(String id, JsonNode geometry, Double limitKmh) {
        return new RegionView(id, id, geometry, Optional.ofNullable(limitKmh), 1, 1);
    }

    private static RegionMap mapOf(RegionView... regions) {
        return RegionMap.of(List.of(regions), List.of(new RouteView("r", "r", Optional.of(50.0), 1)));
    }

    @Test
    void point_isInEveryRegionThatContainsIt_byId() {
        var map = mapOf(
                region("b", square(0, 0, 10), null), region("a", square(5, 5, 10), null), region("c", RING, null));

        assertThat(map.containing(7, 8)).containsExactly("a", "b", "c");
        assertThat(map.containing(1, 1)).containsExactly("b", "c");
        assertThat(map.containing(14, 14)).containsExactly("a");
        assertThat(map.containing(50, 50)).isEmpty();
    }

    @Test
    void pointInAHole_isOutside_andOnABorderInside() {
        var map = mapOf(region("ring", RING, null));

        assertThat(map.containing(5, 5)).isEmpty();
        assertThat(map.containing(4, 5)).containsExactly("ring");
        assertThat(map.containing(0, 0)).containsExactly("ring");
        assertThat(map.containing(0, 5)).containsExactly("ring");
        assertThat(map.containing(5, 10)).containsExactly("ring");
        assertThat(map.containing(5, 10.000001)).isEmpty();
    }

    @Test
    void latitudeComesFirst_andEveryPartCounts() {
        var map = mapOf(region("two", TWO_PARTS, null));

        assertThat(map.containing(0.5, 20.5)).containsExactly("two");
        assertThat(map.containing(20.5, 0.5)).isEmpty();
        assertThat(map.containing(0.5, 10)).isEmpty();
    }

    /** The index against a loop over all. */
    @Test
    void index_findsWhatALoopFinds() {
        var random = new Random(7);
        var squares = IntStream.range(0, 200)
                .mapToObj(n -> new double[] {random.nextInt(90), random.nextInt(80), 1 + random.nextInt(9)})
                .toList();
        var map = RegionMap.of(
                IntStream.range(0, squares.size())
                        .mapToObj(n -> {
                            var at = squares.get(n);
                            return region("%03d".formatted(n), square(at[0], at[1], at[2]), null);
                        })
                        .toList(),
                List.of());
        for (int n = 0; n < 5_000; n++) {
            double lon = random.nextInt(200) / 2.0;
            double lat = random.nextInt(180) / 2.0;
            var expected = IntStream.range(0, squares.size())
                    .filter(each -> {
                        var at = squares.get(each);
                        return lon >= at[0] && lon <= at[0] + at[2] && lat >= at[1] && lat <= at[1] + at[2];
                    })
                    .mapToObj("%03d"::formatted)
                    .toList();
            assertThat(map.containing(lat, lon)).as("%s %s", lat, lon).isEqualTo(expected);
        }
    }

    @Test
    void limit_isTheStrictest() {
        var map = mapOf(
                region("a", square(0, 0, 1), 30.0),
                region("b", square(0, 0, 1), 30.0),
                region("c", square(0, 0, 1), null));

        assertThat(map.limitAt(List.of("a", "b", "c"), "r")).isEqualTo(new SpeedLimit(30, "region:a"));
        assertThat(map.limitAt(List.of("c"), "r")).isEqualTo(new SpeedLimit(50, "route:r"));
        assertThat(map.limitAt(List.of("b"), null)).isEqualTo(new SpeedLimit(30, "region:b"));
        assertThat(map.limitAt(List.of("c", "gone"), "unknown")).isNull();
    }

    @Test
    void geometryThatCannotBeRead_isEmpty_andTakesNoOtherFromTheMap() {
        var map = mapOf(
                region("bad", json("{\"type\":\"Polygon\"}"), null),
                region("point", json("{\"type\":\"Point\",\"coordinates\":[0,0]}"), null),
                region("good", square(0, 0, 1), null));

        assertThat(map.containing(0, 0)).containsExactly("good");
        assertThat(map.regions()).containsOnlyKeys("bad", "point", "good");
    }

    @Test
    void mapOnWhichNothingHasChanged_isTheSame() {
        var map = mapOf(region("a", square(0, 0, 1), 30.0));

        assertThat(map.next(map.regions().values(), map.routes().values())).isSameAs(map);
        assertThat(map.next(map.regions().values(), List.of())).isNotSameAs(map);
        assertThat(map.next(List.of(), map.routes().values())).isNotSameAs(map);
        assertThat(RegionMap.EMPTY.next(List.of(), List.of())).isNotSameAs(RegionMap.EMPTY);
    }

    @Test
    void emptyMap_containsNothing() {
        assertThat(RegionMap.EMPTY.containing(0, 0)).isEmpty();
        assertThat(RegionMap.EMPTY.limitAt(List.of(), null)).isNull();
    }
}
