package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every way for a signal to be wrong is a 400 that names the field, alone and among others. */
@Timeout(120)
class BadSignalsIT {
    private static final String GOOD = "\"at\":\"2026-02-16T12:00:00Z\",\"lat\":38.9,\"lon\":-77";

    private final Api api = TestNode.shared();

    private Answer report(String body) {
        return api.any(
                "POST",
                "/v1/vehicles/" + Api.fresh("bad") + "/signals",
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
    }

    /** The fields of signals, and the field that is to blame. */
    private static Stream<Map.Entry<String, String>> badSignals() {
        String tomorrow = Instant.now().plusSeconds(86_400 + 60).toString();
        String manyCodes =
                IntStream.range(0, 65).mapToObj(i -> "\"C" + i + "\"").collect(Collectors.joining(","));
        String manyNames =
                IntStream.range(0, 33).mapToObj(i -> "\"a" + i + "\":1").collect(Collectors.joining(","));
        return Stream.of(
                Map.entry("\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":null,\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":1771257489,\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"noon\",\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"2026-02-16T12:00:00\",\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"2026-02-30T12:00:00Z\",\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"1999-12-31T23:59:59Z\",\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"" + tomorrow + "\",\"lat\":1,\"lon\":1", "at"),
                Map.entry("\"at\":\"2026-02-16T12:00:00Z\",\"lon\":1", "lat"),
                Map.entry("\"at\":\"2026-02-16T12:00:00Z\",\"lat\":1", "lon"),
                Map.entry(GOOD.replace("38.9", "90.1"), "lat"),
                Map.entry(GOOD.replace("38.9", "1e999"), "lat"),
                Map.entry(GOOD.replace("38.9", "\"38.9\""), "lat"),
                Map.entry(GOOD.replace("-77", "-180.001"), "lon"),
                Map.entry(GOOD + ",\"speedKmh\":-1", "speedKmh"),
                Map.entry(GOOD + ",\"speedKmh\":1000.1", "speedKmh"),
                Map.entry(GOOD + ",\"speed\":10", "speed"),
                Map.entry(GOOD + ",\"speedMph\":10", "speedMph"),
                Map.entry(GOOD + ",\"bearing\":360", "bearing"),
                Map.entry(GOOD + ",\"bearing\":-0.1", "bearing"),
                Map.entry(GOOD + ",\"odometerKm\":-1", "odometerKm"),
                Map.entry(GOOD + ",\"route\":\"a b\"", "route"),
                Map.entry(GOOD + ",\"trip\":\"\"", "trip"),
                Map.entry(GOOD + ",\"trip\":\"" + "t".repeat(65) + "\"", "trip"),
                Map.entry(GOOD + ",\"codes\":\"P0301\"", "codes"),
                Map.entry(GOOD + ",\"codes\":[\"P 301\"]", "codes"),
                Map.entry(GOOD + ",\"codes\":[\"" + "P".repeat(17) + "\"]", "codes"),
                Map.entry(GOOD + ",\"codes\":[null]", "codes"),
                Map.entry(GOOD + ",\"codes\":[" + manyCodes + "]", "codes"),
                Map.entry(GOOD + ",\"attributes\":{" + manyNames + "}", "attributes"),
                Map.entry(GOOD + ",\"attributes\":{\"a\":\"" + "x".repeat(501) + "\"}", "attributes.a"),
                Map.entry(GOOD + ",\"attributes\":{\"a\":[1]}", "attributes.a"),
                Map.entry(GOOD + ",\"attributes\":{\"a\":null}", "attributes.a"),
                Map.entry(GOOD + ",\"attributes\":{\" \":1}", "attributes"));
    }

    @TestFactory
    Stream<DynamicTest> badSignal_isRefused_andItsFieldNamed_aloneAndInAnArray() {
        return badSignals()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    assertThat(report("{" + bad.getKey() + "}").expect(400).text("field"))
                            .isEqualTo(bad.getValue());
                    assertThat(report("[{" + GOOD + "},{" + bad.getKey() + "}]")
                                    .expect(400)
                                    .text("field"))
                            .isEqualTo("[1]." + bad.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> bodyThatIsNoSignal_isRefused() {
        return Stream.of("", "{}", "[]", "[null]", "[1]", "1", "null", "\"x\"", "[{" + GOOD, "{" + GOOD + "}}", "[[]]")
                .map(body -> DynamicTest.dynamicTest(
                        "body " + body,
                        () -> assertThat(report(body).expect(400).status()).isEqualTo(400)));
    }

    @Test
    void arrayWithOneBadSignal_leavesNothingOfTheOthers() {
        String id = Api.fresh("bus");
        api.any(
                        "POST",
                        "/v1/vehicles/" + id + "/signals",
                        ("[{" + GOOD + "},{}]").getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .expectProblem(400, "invalid-field");
        api.get("/v1/vehicles/" + id).expectProblem(404, "vehicle-not-found");
    }

    @TestFactory
    Stream<DynamicTest> badParticulars_areRefused() {
        return Stream.of(
                        Map.entry("{\"fleet\":\"f\"}", "label"),
                        Map.entry("{\"label\":\" \",\"fleet\":\"f\"}", "label"),
                        Map.entry("{\"label\":\"a\\u0007\",\"fleet\":\"f\"}", "label"),
                        Map.entry("{\"label\":\"" + "x".repeat(129) + "\",\"fleet\":\"f\"}", "label"),
                        Map.entry("{\"label\":\"a\"}", "fleet"),
                        Map.entry("{\"label\":\"a\",\"fleet\":\"a b\"}", "fleet"),
                        Map.entry("{\"label\":\"a\",\"fleet\":\"f\",\"kind\":\"\"}", "kind"),
                        Map.entry("{\"label\":\"a\",\"fleet\":\"f\",\"speedLimitKmh\":0}", "speedLimitKmh"),
                        Map.entry("{\"label\":\"a\",\"fleet\":\"f\",\"speedLimitKmh\":1001}", "speedLimitKmh"),
                        Map.entry("{\"label\":\"a\",\"fleet\":\"f\",\"speedLimit\":50}", "speedLimit"))
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    byte[] body = bad.getKey().getBytes(StandardCharsets.UTF_8);
                    var answer = api.any("PUT", "/v1/vehicles/x", body, "Content-Type", "application/json");
                    assertThat(answer.expect(400).text("field")).isEqualTo(bad.getValue());
                }));
    }

    @Test
    void noVehicle_isCalledStream_sinceThatIsAPath() {
        byte[] body = "{\"label\":\"a\",\"fleet\":\"f\"}".getBytes(StandardCharsets.UTF_8);
        var answer = api.uncontracted("PUT", "/v1/vehicles/stream");
        assertThat(answer.status()).as(answer.toString()).isIn(400, 405);
        assertThat(api.any("POST", "/v1/vehicles/stream/signals", body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void badQuestions_areRefused() {
        String id = "/v1/vehicles/" + Api.fresh("x");
        for (String path : new String[] {
            id + "/track?from=yesterday",
            id + "/track?from=2026-02-16T12:00:00Z&to=2026-02-16T12:00:00Z",
            id + "/track?limit=0",
            id + "/track?limit=100001",
            id + "/track?until=2026-02-16T12:00:00Z",
            id + "/events?cursor=x",
            id + "/codes?from=2026-02-16T12:00:00Z",
            "/v1/codes?from=2026-02-16T12:00:00Z&to=2026-02-16T11:00:00Z",
            "/v1/codes?region=a%20b",
            "/v1/codes?vehicle=x"
        }) {
            var answer = api.any("GET", path, new byte[0]);
            // A cursor is looked at only once there is a vehicle.
            assertThat(answer.status()).as(answer.toString()).isIn(400, path.contains("cursor") ? 404 : 400);
        }
    }
}
