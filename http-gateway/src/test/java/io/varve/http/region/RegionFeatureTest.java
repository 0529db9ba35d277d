package io.varve.http.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.varve.http.web.ProblemException;
import io.varve.node.region.RegionShape;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a region, and what is said of all else. */
class RegionFeatureTest {
    private static final String SQUARE = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";

    private static RegionShape shape(String feature) {
        var body = feature.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RegionFeature.read(body).command("centre").shape();
    }

    private static RegionShape drawn(String type, String coordinates) {
        return shape("{'type':'Feature','properties':null,'geometry':{'type':'%s','coordinates':%s}}"
                .formatted(type, coordinates));
    }

    private static ProblemException problem(String feature) {
        return catchThrowableOfType(ProblemException.class, () -> shape(feature));
    }

    private static void assertRefused(String type, String coordinates, String field, String... says) {
        var problem = catchThrowableOfType(ProblemException.class, () -> drawn(type, coordinates));
        assertThat(problem).as(coordinates).isNotNull();
        assertThat(problem.field()).as(problem.getMessage()).isEqualTo(field);
        assertThat(problem.getMessage()).contains(says);
    }

    @Test
    void polygonWithAHole_isTaken_asItIs() {
        var shape = shape("""
                {'type':'Feature','id':'centre','bbox':[0,0,4,4],'properties':{'name':'Centre','speedLimitKmh':30,'revision':7},
                 'geometry':{'type':'Polygon','bbox':[0,0,4,4],
                             'coordinates':[%s,[[1,1],[1,2.5],[2.5,2.5],[1,1]]]}}""".formatted(SQUARE));
        assertThat(shape.name()).isEqualTo("Centre");
        assertThat(shape.speedLimitKmh()).isEqualTo(30);
        assertThat(shape.geometry().toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2.5],[2.5,2.5],[1,1]]]}");
    }

    @Test
    void multiPolygonWithAltitudes_isTaken_andARegionWithoutAName_isCalledByItsId() {
        var shape = drawn("MultiPolygon", "[[[[0,0,1],[1,0,2],[1,1,3],[0,0,9]]],[[[5,5],[6,5],[6,6],[5,5]]]]");
        assertThat(shape.name()).isEqualTo("centre");
        assertThat(shape.speedLimitKmh()).isNull();
        assertThat(shape.geometry().at("/coordinates/0/0/3/2").asInt()).isEqualTo(9);
    }

    @Test
    void polygonsThatMeetInAPoint_andEitherWindingOrder_areTaken() {
        drawn("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]],[[[1,1],[2,1],[2,2],[1,1]]]]");
        drawn("Polygon", "[[[0,0],[0,4],[4,4],[4,0],[0,0]]]");
        drawn("Polygon", "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0,0],[4,0],[4,4],[0,4]]]                 | geometry.coordinates[0][3]    | not closed",
                "[[[0,0],[4,0],[0,0]]]                       | geometry.coordinates[0]       | at least 4 positions",
                "[]                                          | geometry.coordinates          | at least one ring",
                "[[]]                                        | geometry.coordinates[0]       | at least 4 positions",
                "{}                                          | geometry.coordinates          | at least one ring",
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]],7]         | geometry.coordinates[1]       | at least 4 positions",
                "[[[0,0],[181,0],[4,4],[0,0]]]               | geometry.coordinates[0][1][0] | a longitude from -180 to 180",
                "[[[0,0],[4,0],[4,-90.001],[0,0]]]           | geometry.coordinates[0][2][1] | a latitude from -90 to 90",
                "[[[0,0],[4,1e999],[4,4],[0,0]]]             | geometry.coordinates[0][1]    | all of them numbers",
                "[[[0,0],[4,0],[4,4,1e999],[0,0]]]           | geometry.coordinates[0][2]    | all of them numbers",
                "[[[0,0],['4',0],[4,4],[0,0]]]               | geometry.coordinates[0][1]    | all of them numbers",
                "[[[0,0],[4,null],[4,4],[0,0]]]              | geometry.coordinates[0][1]    | all of them numbers",
                "[[[0,0],[4],[4,4],[0,0]]]                   | geometry.coordinates[0][1]    | longitude, latitude",
                "[[[0,0],[4,0,0,0],[4,4],[0,0]]]             | geometry.coordinates[0][1]    | longitude, latitude",
                "[[[0,0],[4,4],[4,0],[0,4],[0,0]]]           | geometry                      | crosses itself at longitude 2.0, latitude 2.0",
                "[[[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]]]     | geometry                      | touches or crosses itself at longitude 2.0, latitude 0.0",
                "[[[0,0],[4,0],[8,0],[0,0]]]                 | geometry                      | itself",
                "[[[1,1],[1,1],[1,1],[1,1]]]                 | geometry                      | too few different points",
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[5,5],[6,5],[6,6],[5,5]]] | geometry      | a hole outside of its polygon at longitude 5.0",
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[3,3],[6,3],[6,5],[3,3]]] | geometry      | crosses itself at longitude 4.0, latitude 3.0",
                "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[8,1],[8,8],[1,8],[1,1]],[[3,3],[6,3],[6,5],[3,3]]] | geometry | a hole inside of another hole",
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[0,0],[4,0],[4,4],[0,4],[0,0]]] | geometry | itself"
            })
    void polygon_isRefused_andTheProblemSaysWhatAndWhere(String coordinates, String field, String says) {
        assertRefused("Polygon", coordinates, field, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5.1]]]] | geometry.coordinates[1][0][3] | not closed",
                "[[[0,0],[1,0],[1,1],[0,0]]]  | geometry.coordinates[0][0]  | at least 4 positions",
                "[]                           | geometry.coordinates        | at least one polygon",
                "[[[[0,0],[9,0],[9,9],[0,9],[0,0]]],[[[2,2],[3,2],[3,3],[2,2]]]]  | geometry | a polygon inside of another",
                "[[[[0,0],[9,0],[9,9],[0,9],[0,0]]],[[[8,8],[12,8],[12,12],[8,8]]]] | geometry | crosses itself"
            })
    void multiPolygon_isRefused_andTheProblemSaysWhatAndWhere(String coordinates, String field, String says) {
        assertRefused("MultiPolygon", coordinates, field, says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Point", "LineString", "GeometryCollection", "Feature", "polygon"})
    void otherGeometries_areRefused(String type) {
        assertRefused(type, "[0,0]", "geometry.type", "Polygon or MultiPolygon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Feature'}                                                    | geometry",
                "{'type':'Feature','geometry':null}                                    | geometry",
                "{'type':'Feature','geometry':[]}                                      | geometry",
                "{'type':'Feature','geometry':{}}                                      | geometry.type",
                "{'type':'Feature','geometry':{'type':'Polygon'}}                      | geometry.coordinates",
                "{'type':'Feature','geometry':{'type':'Polygon','crs':{}}}             | geometry.crs",
                "{'type':'Feature','geometry':{'type':'Polygon','bbox':[1]}}           | geometry.bbox",
                "{'geometry':{}}                                                       | type",
                "{'type':'FeatureCollection','features':[]}                            | features",
                "{'type':'Polygon','coordinates':[]}                                   | coordinates",
                "{'type':'Polygon'}                                                    | type",
                "{'type':'Feature','id':'other','geometry':{}}                         | id",
                "{'type':'Feature','id':{},'geometry':{}}                              | id",
                "{'type':'Feature','bbox':{'west':1},'geometry':{}}                    | bbox",
                "{'type':'Feature','bbox':[0,0,1,'1'],'geometry':{}}                   | bbox",
                "{'type':'Feature','properties':7,'geometry':{}}                       | properties",
                "{'type':'Feature','properties':{'colour':'red'},'geometry':{}}        | properties.colour",
                "{'type':'Feature','properties':{'name':''},'geometry':{}}             | properties.name",
                "{'type':'Feature','properties':{'speedLimitKmh':0},'geometry':{}}     | properties.speedLimitKmh",
                "{'type':'Feature','properties':{'speedLimitKmh':'50'},'geometry':{}}  | properties.speedLimitKmh",
                "{'type':'Feature','foreign':1,'geometry':{}}                          | foreign"
            })
    void feature_isRefused_byTheNameOfTheField(String feature, String field) {
        var problem = problem(feature);
        assertThat(problem).as(feature).isNotNull();
        assertThat(problem.field()).as(problem.getMessage()).isEqualTo(field);
    }

    @Test
    void tenThousandPositions_areTaken_andOneMoreIsNot() {
        drawn("Polygon", "[" + circle(10_000) + "]");
        assertRefused("Polygon", "[" + circle(10_001) + "]", "geometry.coordinates", "at most 10000 positions");
        assertRefused(
                "MultiPolygon",
                "[[" + circle(5_000) + "],[" + circle(5_001) + "]]",
                "geometry.coordinates",
                "at most 10000 positions");
    }

    private static String circle(int positions) {
        return IntStream.range(0, positions)
                .mapToDouble(i -> 2 * Math.PI * (i % (positions - 1)) / (positions - 1))
                .mapToObj(angle -> "[" + Math.cos(angle) + "," + Math.sin(angle) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
