package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Regions are drawn, shown, moved and removed, and signals that come next are in those that there are. */
@Timeout(120)
class RegionsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Api api = TestNode.shared();

    /** A square of one degree. */
    static String square(double west, double south) {
        return feature(
                "Polygon",
                "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]"
                        .formatted(west, south, west + 1, south + 1));
    }

    static String feature(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
                .formatted(type, coordinates);
    }

    static Answer put(Api api, String id, String feature, String... headers) {
        return api.good("PUT", "/v1/regions/" + id, feature, headers);
    }

    private Answer remove(String id, String... headers) {
        return api.good("DELETE", "/v1/regions/" + id, "", headers);
    }

    private Answer region(String id, long minRevision, String... headers) {
        return api.get("/v1/regions/" + id, revision(minRevision, headers));
    }

    private static String[] revision(long minRevision, String... more) {
        return Stream.concat(Stream.of("Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15"), Stream.of(more))
                .toArray(String[]::new);
    }

    /** Sends a signal and tells which regions the vehicle is in after it. */
    private List<String> regionsOfSignal(String vehicle, int secondsAgo, double lat, double lon) {
        var reported = api.post(
                        "/v1/vehicles/" + vehicle + "/signals",
                        "{\"at\":\"%s\",\"lat\":%s,\"lon\":%s}".formatted(NOW.minusSeconds(secondsAgo), lat, lon))
                .expect(202);
        var seen = api.get("/v1/vehicles/" + vehicle, revision(reported.number("revision")))
                .expect(200);
        return Api.list(seen.json().get("regions")).stream()
                .map(each -> each.get("regionId").asText())
                .toList();
    }

    @Test
    void region_isDrawnOnce_thenChanged_andTheSameAgainChangesNothing() {
        String id = Api.fresh("region");
        var drawn = put(api, id, square(30, 10)).expect(201);
        assertThat(drawn.header("Location")).contains("/v1/regions/" + id);
        assertThat(drawn.header("ETag")).contains("\"1\"");
        assertThat(put(api, id, square(30, 10)).expect(200).number("revision")).isEqualTo(1);
        var changed = put(
                api,
                id,
                square(30, 10).replace("{}", "{\"name\":\"Žižkov\",\"speedLimitKmh\":30}"),
                "If-Match",
                "\"1\"");
        assertThat(changed.expect(200).number("revision")).isEqualTo(2);

        var shown = region(id, 2).expect(200);
        assertThat(shown.header("Content-Type")).contains("application/geo+json");
        assertThat(shown.header("ETag")).contains("\"2\"");
        assertThat(shown.text("id")).isEqualTo(id);
        assertThat(shown.json().get("properties").toString())
                .isEqualTo("{\"name\":\"Žižkov\",\"speedLimitKmh\":30.0,\"revision\":2}");
        // What was read may be sent back, changed or not.
        assertThat(put(api, id, new String(shown.body(), StandardCharsets.UTF_8))
                        .expect(200)
                        .number("revision"))
                .isEqualTo(2);
    }

    @Test
    void ifMatch_letsOneOfTwoWritersThrough_andARepeatAnswersAsBefore() {
        String id = Api.fresh("region");
        put(api, id, square(30, 10), "Idempotency-Key", "k1").expect(201);
        assertThat(put(api, id, square(30, 10), "Idempotency-Key", "k1").replayed())
                .isTrue();
        put(api, id, square(31, 10), "Idempotency-Key", "k1").expectProblem(422, "idempotency-key-reused");
        put(api, id, square(31, 10), "If-Match", "\"7\"").expectProblem(412, "precondition-failed");
        remove(id, "If-Match", "\"7\"").expectProblem(412, "precondition-failed");
        remove(id, "If-Match", "\"1\"").expect(200);
    }

    @Test
    void geoJson_isCalledJson_byThoseWhoAskForThat() {
        String id = Api.fresh("region");
        put(api, id, square(30, 11)).expect(201);
        var type = "Content-Type";
        assertThat(region(id, 1, "Accept", "application/json").header(type)).contains("application/json");
        assertThat(region(id, 1, "Accept", "application/json;q=0.5, */*;q=0.6").header(type))
                .contains("application/geo+json");
        api.any("GET", "/v1/regions/" + id, new byte[0], "Accept", "text/html").expectProblem(406, "not-acceptable");
        assertThat(api.get("/v1/regions", "Accept", "application/json").header(type))
                .contains("application/json");
    }

    @Test
    void body_mayBeCalledGeoJson_andNothingButJson() {
        var path = "/v1/regions/" + Api.fresh("region");
        var body = square(30, 12).getBytes(StandardCharsets.UTF_8);
        api.any("PUT", path, body, "Content-Type", "application/geo+json").expect(201);
        api.any("PUT", path, body, "Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
    }

    @Test
    void signalSentRightAfterwards_isInTheRegion_thatHasJustBeenDrawn_movedOrRemoved() {
        String id = Api.fresh("region");
        String bus = Api.fresh("bus");
        put(api, id, square(40, 10)).expect(201);
        assertThat(regionsOfSignal(bus, 50, 10.5, 40.5)).containsExactly(id);
        put(api, id, square(42, 10)).expect(200);
        assertThat(regionsOfSignal(bus, 40, 10.5, 40.5)).isEmpty();
        assertThat(regionsOfSignal(bus, 30, 10.5, 42.5)).containsExactly(id);
        remove(id).expect(200);
        assertThat(regionsOfSignal(bus, 20, 10.5, 42.5)).isEmpty();
        put(api, id, square(42, 10)).expect(201);
        assertThat(regionsOfSignal(bus, 10, 10.5, 42.5)).containsExactly(id);
    }

    @Test
    void holes_areOutside_andEveryPartOfAMultiPolygonInside() {
        String id = Api.fresh("ring");
        String bus = Api.fresh("bus");
        put(api, id, feature("MultiPolygon", """
                [[[[50,10],[54,10],[54,14],[50,14],[50,10]],[[51,11],[51,13],[53,13],[53,11],[51,11]]],
                 [[[60,10],[61,10],[61,11],[60,10]]]]""")).expect(201);
        assertThat(regionsOfSignal(bus, 50, 10.5, 50.5)).containsExactly(id);
        assertThat(regionsOfSignal(bus, 40, 12, 52)).isEmpty();
        assertThat(regionsOfSignal(bus, 30, 11, 52)).containsExactly(id);
        assertThat(regionsOfSignal(bus, 20, 10.1, 60.5)).containsExactly(id);
        assertThat(regionsOfSignal(bus, 10, 10.9, 60.5)).isEmpty();
    }

    @Test
    void vehiclesInside_areListed_withTheTimeThatTheyEntered() {
        String id = Api.fresh("region");
        String in = Api.fresh("bus");
        String gone = Api.fresh("bus");
        put(api, id, square(44, 20)).expect(201);
        regionsOfSignal(gone, 90, 20.5, 44.5);
        regionsOfSignal(gone, 80, 25, 44.5);
        regionsOfSignal(in, 70, 20.5, 44.5);
        regionsOfSignal(in, 60, 20.6, 44.5);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var inside = api.get("/v1/regions/" + id + "/vehicles").expect(200).json();
            assertThat(inside.get("items").toString())
                    .isEqualTo("[{\"vehicleId\":\"%s\",\"since\":\"%s\"}]".formatted(in, NOW.minusSeconds(70)));
        });
    }

    @Test
    void collection_hasEveryRegionThatIsThere() {
        String first = Api.fresh("listed");
        String second = Api.fresh("listed");
        put(api, second, square(30, 20)).expect(201);
        put(api, first, square(31, 20)).expect(201);
        remove(second).expect(200);
        var collection = api.get("/v1/regions").expect(200);
        assertThat(collection.text("type")).isEqualTo("FeatureCollection");
        var ids = Api.list(collection.json().get("features")).stream()
                .map(JsonNode::toString)
                .toList();
        assertThat(ids).anyMatch(feature -> feature.contains("\"" + first + "\""));
        assertThat(ids).noneMatch(feature -> feature.contains("\"" + second + "\""));
    }

    @Test
    void regionThatIsNotThere_isNotFound() {
        String id = Api.fresh("nowhere");
        region(id, 0).expectProblem(404, "region-not-found");
        remove(id).expectProblem(404, "region-not-found");
        api.get("/v1/regions/" + id + "/vehicles").expectProblem(404, "region-not-found");
        put(api, id, square(30, 30)).expect(201);
        remove(id).expect(200);
        region(id, 2).expectProblem(404, "region-not-found");
        remove(id).expectProblem(404, "region-not-found");
    }
}
