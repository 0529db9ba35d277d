package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Vehicles are made known and seen, and their signals are kept once each. */
@Timeout(120)
class VehiclesIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Api api = TestNode.shared();

    private Answer put(String id, String body, String... headers) {
        return api.good("PUT", "/v1/vehicles/" + id, body, headers);
    }

    private Answer report(String id, String body, String... headers) {
        return api.post("/v1/vehicles/" + id + "/signals", body, headers);
    }

    private Answer vehicle(String id, long minRevision) {
        return api.get("/v1/vehicles/" + id, "Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15")
                .expect(200);
    }

    private static String signal(int secondsAgo, String more) {
        return "{\"at\":\"%s\",\"lat\":38.9,\"lon\":-77%s}".formatted(NOW.minusSeconds(secondsAgo), more);
    }

    @Test
    void vehicle_isCreatedOnce_thenChanged_andTheSameAgainChangesNothing() {
        String id = Api.fresh("bus");
        var created = put(id, "{\"label\":\"Bus 1\",\"fleet\":\"city\"}").expect(201);
        assertThat(created.header("Location")).contains("/v1/vehicles/" + id);
        assertThat(created.header("ETag")).contains("\"1\"");
        put(id, "{\"label\":\"Bus 1\",\"fleet\":\"city\"}").expect(200);
        var changed = put(
                        id,
                        "{\"label\":\"Bus one\",\"fleet\":\"city\",\"route\":\"C53\",\"kind\":\"bus\",\"speedLimitKmh\":50}")
                .expect(200);
        assertThat(changed.number("revision")).isEqualTo(2);
        var seen = vehicle(id, 2);
        assertThat(seen.text("label")).isEqualTo("Bus one");
        assertThat(seen.text("route")).isEqualTo("C53");
        assertThat(seen.json().path("codes").size()).isZero();
        assertThat(seen.json().has("lat")).isFalse();
    }

    @Test
    void ifMatch_guardsTheParticulars() {
        String id = Api.fresh("bus");
        put(id, "{\"label\":\"Bus\",\"fleet\":\"city\"}").expect(201);
        put(id, "{\"label\":\"B\",\"fleet\":\"city\"}", "If-Match", "\"9\"").expectProblem(412, "precondition-failed");
        put(id, "{\"label\":\"B\",\"fleet\":\"city\"}", "If-Match", "\"1\"").expect(200);
    }

    @Test
    void signals_areCounted_asAccepted_duplicateOrLate() {
        String id = Api.fresh("bus");
        put(id, "{\"label\":\"Bus\",\"fleet\":\"city\",\"speedLimitKmh\":50}").expect(201);
        var first = report(id, signal(10, ",\"speedKmh\":60,\"codes\":[\"P0301\"],\"attributes\":{\"doors\":2}"))
                .expect(202);
        assertThat(first.number("accepted")).isEqualTo(1);
        var more = report(id, "[" + signal(20, "") + "," + signal(10, "") + "," + signal(5, ",\"bearing\":90") + "]")
                .expect(202);
        assertThat(List.of(more.number("accepted"), more.number("duplicates"), more.number("late")))
                .containsExactly(2L, 1L, 1L);
        var seen = vehicle(id, more.number("revision"));
        assertThat(seen.text("at")).isEqualTo(NOW.minusSeconds(5).toString());
        assertThat(seen.json().path("bearing").asDouble()).isEqualTo(90);
        assertThat(seen.json().at("/codes/0/code").asText()).isEqualTo("P0301");
        assertThat(seen.json().at("/codes/0/since").asText())
                .isEqualTo(NOW.minusSeconds(10).toString());
        assertThat(seen.json().path("overspeed").asBoolean()).isTrue();
    }

    @Test
    void unknownDevice_registersItself() {
        String id = Api.fresh("device");
        var answer = report(id, signal(1, "")).expect(202);
        var seen = vehicle(id, answer.number("revision"));
        assertThat(seen.text("fleet")).isEqualTo("unassigned");
        assertThat(seen.json().path("lat").asDouble()).isEqualTo(38.9);
    }

    @Test
    void unknownVehicle_isNotFound() {
        api.get("/v1/vehicles/" + Api.fresh("nobody")).expectProblem(404, "vehicle-not-found");
    }
}
