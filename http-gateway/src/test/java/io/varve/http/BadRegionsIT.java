package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What cannot be a region, a route or a question about speeds is refused, and the problem names the field. */
@Timeout(120)
class BadRegionsIT {
    private final Api api = TestNode.shared();

    private DynamicTest refused(String method, String path, String body, String type, String field) {
        return DynamicTest.dynamicTest(method + " " + path + " " + body, () -> {
            byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            String[] headers = bytes.length == 0 ? new String[0] : new String[] {"Content-Type", "application/json"};
            var answer = api.any(method, path, bytes, headers).expectProblem(400, type);
            assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        });
    }

    @TestFactory
    Stream<DynamicTest> regions() {
        var bowTie = RegionsIT.feature("Polygon", "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]");
        var open = RegionsIT.feature("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]");
        var path = "/v1/regions/bad";
        return Stream.of(
                refused("PUT", path, bowTie, "invalid-field", "geometry"),
                refused("PUT", path, open, "invalid-field", "geometry.coordinates[0][3]"),
                refused("PUT", path, "", "invalid-field", "type"),
                refused("PUT", path, "[]", "malformed-json", null),
                refused("PUT", path, "[".repeat(5_000), "malformed-json", null),
                refused("PUT", path, RegionsIT.feature("Point", "[0,0]"), "invalid-field", "geometry.type"),
                refused("PUT", path, "{'type':'Feature','geometries':[]}", "unknown-field", "geometries"),
                refused("PUT", "/v1/regions/no%20id", RegionsIT.square(0, 0), "invalid-field", "regionId"),
                refused("GET", path + "?full=true", "", "unknown-field", "full"),
                refused("GET", "/v1/regions?bbox=1", "", "unknown-field", "bbox"),
                refused("GET", path + "/vehicles?limit=1", "", "unknown-field", "limit"),
                refused("DELETE", path + "?force=true", "", "unknown-field", "force"));
    }

    @TestFactory
    Stream<DynamicTest> routes() {
        var path = "/v1/routes/bad";
        return Stream.of(
                refused("PUT", path, "{'label':7}", "invalid-field", "label"),
                refused("PUT", path, "{'label':' '}", "invalid-field", "label"),
                refused("PUT", path, "{'label':'" + "x".repeat(129) + "'}", "invalid-field", "label"),
                refused("PUT", path, "{'speedLimitKmh':0.5}", "invalid-field", "speedLimitKmh"),
                refused("PUT", path, "{'speedLimitKmh':1e999}", "invalid-field", "speedLimitKmh"),
                refused("PUT", path, "{'colour':'red'}", "unknown-field", "colour"),
                refused("PUT", "/v1/routes/-", "{}", "invalid-field", "routeId"),
                refused("GET", "/v1/routes?limit=1", "", "unknown-field", "limit"));
    }

    @TestFactory
    Stream<DynamicTest> speeds() {
        var path = "/v1/telemetry/speed?";
        var combined = "region=a&fleet=b";
        return Stream.of(
                refused("GET", path + "region=", "", "invalid-field", "region"),
                refused("GET", path + "route=a%20b", "", "invalid-field", "route"),
                refused("GET", path + "fleet=" + "x".repeat(65), "", "invalid-field", "fleet"),
                refused("GET", path + "from=yesterday", "", "invalid-field", "from"),
                refused("GET", path + "to=2026-02-30T00:00:00Z", "", "invalid-field", "to"),
                refused("GET", path + "from=2026-02-02T00:00:00Z&to=2026-02-02T00:00:00Z", "", "invalid-field", "from"),
                refused("GET", path + "from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", "", "invalid-field", "from"),
                refused("GET", path + "bucket=week", "", "invalid-field", "bucket"),
                refused("GET", path + "bucket=HOUR", "", "invalid-field", "bucket"),
                refused("GET", path + "plan=guess", "", "invalid-field", "plan"),
                refused("GET", path + combined, "", "invalid-field", "plan"),
                refused("GET", path + combined + "&plan=both", "", "invalid-field", "plan"),
                refused("GET", path + "vehicle=a", "", "unknown-field", "vehicle"));
    }

    @Test
    void bodyBeyondAMebibyte_isTooLarge() {
        var body = RegionsIT.square(0, 0) + " ".repeat(1024 * 1024);
        var answer = api.any(
                        "PUT",
                        "/v1/regions/large",
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .expectProblem(413, "payload-too-large");
        assertThat(answer.text("detail")).contains("1024 KiB");
    }
}
