package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What tracking apps send becomes signals, in Varve's units, of devices that register themselves. */
@Timeout(120)
class TrackersIT {
    private final Api api = TestNode.shared();

    private JsonNode seen(String id) {
        var vehicle = new AtomicReference<JsonNode>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            var answer = api.get("/v1/vehicles/" + id);
            vehicle.set(answer.json());
            return answer.status() == 200;
        });
        return vehicle.get();
    }

    private Answer send(String path, String type, String body) {
        return api.any("POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
    }

    @Test
    void osmAndQuery_isASignal_withItsSpeedInKnots() {
        String id = Api.fresh("phone");
        var answer = api.any(
                "GET",
                "/osmand?id=" + id + "&lat=38.9&lon=-77.05&timestamp=1771257489&speed=10&bearing=360&altitude=12.5"
                        + "&accuracy=4.0&batt=77&hdop=&driver=Jo%20B",
                new byte[0]);
        assertThat(answer.expect(200).body()).isEmpty();
        var vehicle = seen(id);
        assertThat(vehicle.path("fleet").asText()).isEqualTo("unassigned");
        assertThat(vehicle.path("at").asText())
                .isEqualTo(Instant.ofEpochSecond(1_771_257_489).toString());
        assertThat(vehicle.path("speedKmh").asDouble()).isCloseTo(18.52, within(1e-9));
        assertThat(vehicle.path("bearing").asDouble()).isZero();
        assertThat(vehicle.path("attributes").path("altitude").asText()).isEqualTo("12.5");
        assertThat(vehicle.path("attributes").path("driver").asText()).isEqualTo("Jo B");
        assertThat(vehicle.path("attributes").has("hdop")).isFalse();
    }

    @Test
    void osmAndPost_takesItsParametersFromTheQueryOrAForm() {
        String id = Api.fresh("phone");
        api.any("POST", "/osmand?deviceid=" + id + "&location=38.9,-77.05&timestamp=1771257489000", new byte[0])
                .expect(200);
        send(
                        "/osmand",
                        "application/x-www-form-urlencoded",
                        "id=" + id + "&lat=38.9&lon=-77&timestamp=2026-02-16 16:00:00")
                .expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(id).path("at").asText()).isEqualTo("2026-02-16T16:00:00Z"));
        assertThat(api.get("/v1/vehicles/" + id + "/track").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void traccarClientsJson_isASignal_withItsSpeedInMetersPerSecond() {
        String id = Api.fresh("phone");
        send("/osmand", "application/json", """
                {"location":{"timestamp":"2026-02-16T15:58:09.000Z","coords":{"latitude":38.9,"longitude":-77.05,
                "accuracy":5,"speed":10,"heading":-1,"altitude":12.5},"is_moving":true,"odometer":1234.5,
                "event":"motionchange","battery":{"level":0.85,"is_charging":false},"activity":{"type":"in_vehicle"},
                "extras":{"seat":7,"deep":{"x":1}},"_":"&id=1&lat=1"},"device_id":"%s"}""".formatted(id)).expect(200);
        var vehicle = seen(id);
        assertThat(vehicle.path("speedKmh").asDouble()).isEqualTo(36);
        assertThat(vehicle.has("bearing")).isFalse();
        assertThat(vehicle.path("odometerKm").asDouble()).isEqualTo(1.2345);
        var attributes = vehicle.path("attributes");
        assertThat(attributes.path("batt").asText()).isEqualTo("85");
        assertThat(attributes.path("activity").asText()).isEqualTo("in_vehicle");
        assertThat(attributes.path("seat").asText()).isEqualTo("7");
        assertThat(attributes.has("deep")).isFalse();
    }

    @Test
    void severalLocations_areOneReport_andABadOneIsNamed() {
        String id = Api.fresh("phone");
        String location =
                "{\"timestamp\":\"2026-02-16T15:58:0%d.000Z\",\"coords\":{\"latitude\":38.9,\"longitude\":%d}}";
        String good = "{\"device_id\":\"%s\",\"location\":[%s,%s]}"
                .formatted(id, location.formatted(1, -77), location.formatted(2, -77));
        var bad = send("/osmand", "application/json", good.replace("-77}}]", "-277}}]"))
                .expectProblem(400, "invalid-field");
        assertThat(bad.text("field")).isEqualTo("location[1].coords.longitude");
        send("/osmand", "application/json", good).expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(seen(id).path("revision").asInt()).isEqualTo(2));
    }

    @Test
    void positionThatIsNotValid_isAccepted_andNotRecorded() {
        String id = Api.fresh("phone");
        api.any("GET", "/osmand?id=" + id + "&lat=0&lon=0&valid=false", new byte[0])
                .expect(200);
        api.get("/v1/vehicles/" + id).expectProblem(404, "vehicle-not-found");
    }

    @Test
    void badParameters_areRefused_byTheNamesThatTheDeviceKnows() {
        String[][] cases = {
            {"lat=1&lon=1", "id"},
            {"id=a%20b&lat=1&lon=1", "id"},
            {"id=stream&lat=1&lon=1", "id"},
            {"id=x&lon=1", "lat"},
            {"id=x&lat=91&lon=1", "lat"},
            {"id=x&lat=NaN&lon=1", "lat"},
            {"id=x&lat=north&lon=1", "lat"},
            {"id=x&location=1", "location"},
            {"id=x&location=1,", "location"},
            {"id=x&lat=1&lon=1&speed=fast", "speed"},
            {"id=x&lat=1&lon=1&speed=600", "speed"},
            {"id=x&lat=1&lon=1&heading=361", "bearing"},
            {"id=x&lat=1&lon=1&timestamp=now", "timestamp"},
            {"id=x&lat=1&lon=1&timestamp=99999999999999", "timestamp"},
            {"id=x&lat=1&lon=1&timestamp=5", "timestamp"},
            {"id=x&lat=1&lon=1&note=" + "n".repeat(501), "note"}
        };
        for (String[] bad : cases) {
            var answer = api.any("GET", "/osmand?" + bad[0], new byte[0]).expectProblem(400, "invalid-field");
            assertThat(answer.text("field")).as(bad[0]).isEqualTo(bad[1]);
        }
        send("/osmand", "application/x-www-form-urlencoded", "id=%zz").expectProblem(400, "bad-request");
        send("/osmand", "text/plain", "id=x").expectProblem(415, "unsupported-media-type");
        send("/osmand", "application/json", "{\"location\":").expectProblem(400, "malformed-json");
        send("/osmand", "application/json", "{\"device_id\":\"x\"}").expectProblem(400, "invalid-field");
    }

    @Test
    void ownTracksLocation_isASignal_ofTheUsersDevice() {
        String user = Api.fresh("jane");
        String location = "\"_type\":\"location\",\"lat\":38.9,\"lon\":-77.05,\"tst\":1771257489,\"vel\":36,\"cog\":90,"
                + "\"batt\":41,\"tid\":\"ja\",\"inregions\":[\"Home\"]";
        var answer = send(
                "/owntracks", "application/json", "{%s,\"topic\":\"owntracks/%s/phone\"}".formatted(location, user));
        assertThat(answer.expect(200).json().isEmpty()).isTrue();
        var vehicle = seen(user + ":phone");
        assertThat(vehicle.path("speedKmh").asDouble()).isEqualTo(36);
        assertThat(vehicle.path("bearing").asDouble()).isEqualTo(90);
        assertThat(vehicle.path("attributes").path("batt").asText()).isEqualTo("41");
        assertThat(vehicle.path("attributes").has("inregions")).isFalse();
        send("/owntracks?u=" + user + "&d=tablet", "application/json", "{" + location + "}")
                .expect(200);
        seen(user + ":tablet");
        byte[] body = ("{" + location + "}").getBytes(StandardCharsets.UTF_8);
        api.any("POST", "/owntracks", body, "X-Limit-U", user, "X-Limit-D", "watch", "Content-Type", "application/json")
                .expect(200);
        seen(user + ":watch");
    }

    @Test
    void ownTracksMessagesOfOtherTypes_areAcceptedAndIgnored() {
        for (String body :
                new String[] {"{\"_type\":\"lwt\",\"tst\":1}", "{\"_type\":\"encrypted\",\"data\":\"x\"}", ""}) {
            assertThat(send("/owntracks", "application/json", body)
                            .expect(200)
                            .json()
                            .isEmpty())
                    .isTrue();
        }
        send("/owntracks", "application/json", "{}").expectProblem(400, "invalid-field");
        send("/owntracks", "application/json", "[]").expectProblem(400, "malformed-json");
        String nowhere = "{\"_type\":\"location\",\"tid\":\"x\",\"lat\":1,\"tst\":1771257489}";
        assertThat(send("/owntracks", "application/json", nowhere).expect(400).text("field"))
                .isEqualTo("lon");
        assertThat(send("/owntracks", "application/json", nowhere.replace("1771257489", "1e300"))
                        .expect(400)
                        .text("field"))
                .isEqualTo("tst");
    }
}
