package io.varve.http.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.http.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the JSON of a tracking app says. */
class OsmAndJsonTest {
    private static DeviceReport read(String location) {
        String body = "{\"device_id\":997984,\"location\":" + location + "}";
        return OsmAndJson.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static final String PLACE =
            "\"timestamp\":\"2026-02-16T15:58:09Z\",\"coords\":{\"latitude\":38.9,\"longitude\":-77";

    @Test
    void numberAsId_isTheIdOfADevice() {
        assertThat(read("{" + PLACE + "}}").vehicleId()).isEqualTo("997984");
    }

    @Test
    void locations_areOneOrMany() {
        assertThat(read("{" + PLACE + "}}").signals()).hasSize(1);
        assertThat(read("[{" + PLACE + "}},{" + PLACE + "}}]").signals()).hasSize(2);
        assertThat(read("[]").signals()).isEmpty();
        String many = ("{" + PLACE + "}},").repeat(1_001);
        assertThatThrownBy(() -> read("[" + many.substring(0, many.length() - 1) + "]"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void units_becomeOurs_andLessThanNoneIsUnknown() {
        var known = read("{" + PLACE + ",\"speed\":10,\"heading\":360},\"odometer\":1500}")
                .signals()
                .get(0);
        assertThat(known.speedKmh()).isEqualTo(36);
        assertThat(known.bearing()).isZero();
        assertThat(known.odometerKm()).isEqualTo(1.5);
        var unknown = read("{" + PLACE + ",\"speed\":-1,\"heading\":-1},\"battery\":{\"level\":-1}}")
                .signals()
                .get(0);
        assertThat(unknown.speedKmh()).isNull();
        assertThat(unknown.bearing()).isNull();
        assertThat(unknown.odometerKm()).isNull();
        assertThat(unknown.attributes()).isEmpty();
    }

    @Test
    void whatHasNoPlaceInASignal_isAnAttribute_ifItIsKnown() {
        var signal = read("{" + PLACE
                        + ",\"accuracy\":4.5,\"altitude\":12,\"speed_accuracy\":1},\"is_moving\":true,\"event\":\"\","
                        + "\"battery\":{\"level\":0.5,\"is_charging\":true},\"activity\":{\"type\":\"still\",\"confidence\":9},"
                        + "\"extras\":{\"seat\":7,\"deep\":{},\"none\":null},\"uuid\":\"x\",\"_\":\"&id=1\"}")
                .signals()
                .get(0);
        assertThat(signal.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "accuracy", "4.5",
                        "altitude", "12.0",
                        "is_moving", "true",
                        "batt", "50",
                        "charge", "true",
                        "activity", "still",
                        "seat", "7"));
    }
}
