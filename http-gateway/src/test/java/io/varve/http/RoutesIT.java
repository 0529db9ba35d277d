package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Routes are described, and their limits hold for the signals that come next. */
@Timeout(120)
class RoutesIT {
    private final Api api = TestNode.shared();

    private Answer put(String id, String body, String... headers) {
        return api.good("PUT", "/v1/routes/" + id, body, headers);
    }

    private Answer route(String id, long minRevision) {
        return api.get("/v1/routes/" + id, "Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15");
    }

    @Test
    void route_isDescribedOnce_thenChanged_andTheSameAgainChangesNothing() {
        String id = Api.fresh("C");
        var created = put(id, "{}").expect(201);
        assertThat(created.header("Location")).contains("/v1/routes/" + id);
        assertThat(created.header("ETag")).contains("\"1\"");
        assertThat(put(id, "{}").expect(200).number("revision")).isEqualTo(1);
        put(id, "{\"label\":\"Ring\"}", "If-Match", "\"2\"").expectProblem(412, "precondition-failed");
        put(id, "{\"label\":\"Ring\",\"speedLimitKmh\":50}", "If-Match", "\"1\"")
                .expect(200);
        var shown = route(id, 2).expect(200);
        assertThat(shown.text("label")).isEqualTo("Ring");
        assertThat(shown.json().get("speedLimitKmh").asDouble()).isEqualTo(50);
        assertThat(shown.header("ETag")).contains("\"2\"");
        assertThat(api.get("/v1/routes").expect(200).json().get("items"))
                .anyMatch(item -> item.get("routeId").asText().equals(id)
                        && item.get("label").asText().equals("Ring"));
    }

    @Test
    void routeWithoutALabel_isCalledByItsId_andWithoutALimit_hasNone() {
        String id = Api.fresh("C");
        put(id, "{}").expect(201);
        var shown = route(id, 1).expect(200);
        assertThat(shown.text("label")).isEqualTo(id);
        assertThat(shown.json().has("speedLimitKmh")).isFalse();
        api.get("/v1/routes/" + Api.fresh("C")).expectProblem(404, "route-not-found");
    }

    @Test
    void limit_holdsForTheSignalThatComesNext() {
        String id = Api.fresh("C");
        String bus = Api.fresh("bus");
        put(id, "{\"speedLimitKmh\":50}").expect(201);
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);
        var reported = api.post(
                        "/v1/vehicles/" + bus + "/signals",
                        "{\"at\":\"%s\",\"lat\":1,\"lon\":1,\"speedKmh\":51,\"route\":\"%s\"}".formatted(at, id))
                .expect(202);
        var seen = api.get(
                "/v1/vehicles/" + bus, "Varve-Min-Revision", "" + reported.number("revision"), "Prefer", "wait=15");
        assertThat(seen.expect(200).json().get("overspeed").asBoolean()).isTrue();
    }
}
