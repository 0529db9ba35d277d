package io.varve.http.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.http.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a message of OwnTracks says, and whose it is. */
class OwnTracksMessageTest {
    private static final String LOCATION = "\"_type\":\"location\",\"tst\":1771257489,\"lat\":38.9,\"lon\":-77";

    private static Optional<DeviceReport> read(String message, String user, String device) {
        return OwnTracksMessage.read(
                message.getBytes(StandardCharsets.UTF_8), Optional.ofNullable(user), Optional.ofNullable(device));
    }

    private static String vehicleId(String more, String user, String device) {
        return read("{" + LOCATION + more + "}", user, device).orElseThrow().vehicleId();
    }

    @Test
    void vehicle_isTheUsersDevice() {
        assertThat(vehicleId(",\"topic\":\"owntracks/jane/phone\"", null, null)).isEqualTo("jane:phone");
        assertThat(vehicleId(",\"topic\":\"jane/phone\"", "joe", "pad")).isEqualTo("jane:phone");
        assertThat(vehicleId(",\"tid\":\"jp\"", "joe", "pad")).isEqualTo("joe:pad");
        assertThat(vehicleId(",\"tid\":\"jp\"", null, "pad")).isEqualTo("pad");
        assertThat(vehicleId(",\"tid\":\"jp\"", null, null)).isEqualTo("jp");
        for (String topic : new String[] {"phone", "a/b/c/d", "owntracks/jane smith/phone", "owntracks//phone"}) {
            assertThatThrownBy(() -> vehicleId(",\"topic\":\"" + topic + "\"", null, null))
                    .as(topic)
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.field()).isEqualTo("topic"));
        }
        assertThatThrownBy(() -> vehicleId("", null, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void location_isASignal_andWhatElseThereIsAreAttributes() {
        var signal = read(
                        "{" + LOCATION
                                + ",\"vel\":36,\"cog\":360,\"odometer\":12.5,\"batt\":41,\"tid\":\"jp\",\"_id\":\"x\","
                                + "\"inregions\":[\"Home\"],\"SSID\":null}",
                        "jane",
                        "phone")
                .orElseThrow()
                .signals()
                .get(0);
        assertThat(signal.at()).isEqualTo(Instant.parse("2026-02-16T15:58:09Z"));
        assertThat(signal.speedKmh()).isEqualTo(36);
        assertThat(signal.bearing()).isZero();
        assertThat(signal.odometerKm()).isEqualTo(12.5);
        assertThat(signal.attributes()).containsOnlyKeys("batt", "tid");
    }

    @Test
    void messagesOfOtherTypes_areNoReports() {
        assertThat(read("", null, null)).isEmpty();
        assertThat(read("{\"_type\":\"transition\",\"lat\":1}", null, null)).isEmpty();
    }

    @Test
    void numberInQuotes_isRefused() {
        assertThatThrownBy(() -> read("{" + LOCATION.replace("38.9", "\"38.9\"") + "}", "a", "b"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.field()).isEqualTo("lat"));
    }
}
