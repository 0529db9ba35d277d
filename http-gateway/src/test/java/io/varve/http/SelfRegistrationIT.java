package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where devices must not register themselves, only vehicles that were made known may report. */
@Timeout(180)
class SelfRegistrationIT {
    private static final String SIGNAL = "{\"at\":\"2026-02-16T15:58:09Z\",\"lat\":38.9,\"lon\":-77}";
    private static Api api;

    @BeforeAll
    static void start() {
        api = TestNode.start("varve_self_registration_test", Map.of("varve.gateway.self-registration", "off"));
    }

    private Answer post(String path, String type, String body) {
        return api.any("POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
    }

    @Test
    void reportOfAStranger_isRefused_whicheverWayItComes() {
        String id = Api.fresh("stranger");
        api.post("/v1/vehicles/" + id + "/signals", SIGNAL).expectProblem(404, "vehicle-not-found");
        api.any("GET", "/osmand?id=" + id + "&lat=38.9&lon=-77&timestamp=1771257489", new byte[0])
                .expectProblem(404, "vehicle-not-found");
        String owntracks =
                "{\"_type\":\"location\",\"tst\":1771257489,\"lat\":38.9,\"lon\":-77,\"tid\":\"" + id + "\"}";
        post("/owntracks", "application/json", owntracks).expectProblem(404, "vehicle-not-found");
        var lines = post(
                "/v1/signals", "application/x-ndjson", SIGNAL.replace("{", "{\"vehicleId\":\"" + id + "\",") + "\n");
        assertThat(lines.expect(200).json().path("status").asInt()).isEqualTo(404);
        assertThat(lines.json().path("body").path("type").asText()).endsWith("vehicle-not-found");
        assertThat(api.get("/v1/vehicles/" + id).status()).isEqualTo(404);
    }

    @Test
    void vehicleThatWasMadeKnown_mayReport() {
        String id = Api.fresh("bus");
        String profile = "{\"label\":\"Bus\",\"fleet\":\"city\"}";
        api.any(
                        "PUT",
                        "/v1/vehicles/" + id,
                        profile.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .expect(201);
        api.post("/v1/vehicles/" + id + "/signals", SIGNAL).expect(202);
    }
}
