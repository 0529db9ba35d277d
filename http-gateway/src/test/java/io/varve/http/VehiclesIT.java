package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void events_sayWhatHappened_newestFirst_inPages() {
        String id = Api.fresh("bus");
        put(id, "{\"label\":\"Bus\",\"fleet\":\"city\",\"speedLimitKmh\":50}").expect(201);
        report(id, signal(30, ",\"speedKmh\":60,\"codes\":[\"P0301\"]")).expect(202);
        long revision = report(id, signal(20, ",\"speedKmh\":40,\"codes\":[]"))
                .expect(202)
                .number("revision");
        vehicle(id, revision);
        String path = "/v1/vehicles/" + id + "/events";
        var all = api.get(path).expect(200).json().path("items");
        assertThat(Api.list(all))
                .extracting(event -> event.path("type").asText())
                .containsExactly("registered", "overspeed-ended", "code-cleared", "overspeed-started", "code-raised");
        assertThat(all.at("/1/limit/of").asText()).isEqualTo("vehicle");
        assertThat(all.at("/1/since").asText()).isEqualTo(NOW.minusSeconds(30).toString());
        var first = api.get(path + "?limit=2").expect(200);
        assertThat(first.header("Link")).isPresent();
        var rest =
                api.get(path + "?limit=500&cursor=" + first.text("nextCursor")).expect(200);
        assertThat(rest.json().path("items").size()).isEqualTo(3);
        var period = api.get(path + "?from=" + NOW.minusSeconds(30) + "&to=" + NOW.minusSeconds(20));
        assertThat(period.expect(200).json().path("items").size()).isEqualTo(2);
    }

    @Test
    void codes_areCounted_ofAVehicle_andOfAFleet() {
        String id = Api.fresh("bus");
        String fleet = Api.fresh("fleet");
        put(id, "{\"label\":\"Bus\",\"fleet\":\"%s\",\"route\":\"C53\"}".formatted(fleet))
                .expect(201);
        report(id, signal(30, ",\"codes\":[\"P0301\",\"U0100\"]")).expect(202);
        report(id, signal(20, ",\"codes\":[\"P0301\"]")).expect(202);
        long revision =
                report(id, signal(10, ",\"codes\":[\"P0301\"]")).expect(202).number("revision");
        vehicle(id, revision);
        var own = api.get("/v1/vehicles/" + id + "/codes").expect(200).json().path("items");
        assertThat(Api.list(own))
                .extracting(
                        code -> code.path("code").asText() + " " + code.path("signals") + " " + code.has("activeSince"))
                .containsExactlyInAnyOrder("P0301 3 true", "U0100 1 false");
        var all = api.get("/v1/codes?fleet=" + fleet + "&route=C53")
                .expect(200)
                .json()
                .path("items");
        assertThat(Api.list(all))
                .extracting(
                        code -> code.path("code").asText() + " " + code.path("signals") + " " + code.path("vehicles"))
                .containsExactlyInAnyOrder("P0301 3 1", "U0100 1 1");
        var none = api.get("/v1/codes?fleet=" + fleet + "&from=0001-01-02T00:00:00Z&to=2000-01-01T00:00:00Z");
        assertThat(none.expect(200).json().path("items").size()).isZero();
    }

    @Test
    void keyUsedAgain_isARepeat_orRefusedWithOtherSignals() {
        String id = Api.fresh("bus");
        var first = report(id, signal(10, ""), "Idempotency-Key", "k").expect(202);
        var again = report(id, signal(10, ""), "Idempotency-Key", "k").expect(202);
        assertThat(again.replayed()).isTrue();
        assertThat(again.json()).isEqualTo(first.json());
        report(id, signal(11, ""), "Idempotency-Key", "k").expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void reportOfAThousandSignals_isTaken_andOneMoreIsNot() {
        String id = Api.fresh("bus");
        String thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> signal(5_000 + i, ",\"attributes\":{\"note\":\"" + "x".repeat(200) + "\"}"))
                .collect(Collectors.joining(","));
        assertThat(report(id, "[" + thousand + "]").expect(202).number("accepted"))
                .isEqualTo(1_000);
        byte[] more = ("[" + thousand + "," + signal(1, "") + "]").getBytes(StandardCharsets.UTF_8);
        api.any("POST", "/v1/vehicles/" + id + "/signals", more, "Content-Type", "application/json")
                .expectProblem(400, "invalid-field");
        byte[] large = ("[" + " ".repeat(1024 * 1024) + "]").getBytes(StandardCharsets.UTF_8);
        api.any("POST", "/v1/vehicles/" + id + "/signals", large, "Content-Type", "application/json")
                .expectProblem(413, "payload-too-large");
    }
}
