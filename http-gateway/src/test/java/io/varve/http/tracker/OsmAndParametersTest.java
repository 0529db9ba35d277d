package io.varve.http.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.varve.http.vehicle.RawSignal;
import io.varve.http.web.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameters of a tracking app say. */
class OsmAndParametersTest {
    private static final Instant NOW = Instant.parse("2026-02-16T12:00:00Z");

    /** A report from somewhere, with more parameters as name, value, name, value .. */
    private static RawSignal signal(String... more) {
        var parameters = new HashMap<>(Map.of("id", "phone", "lat", "38.9", "lon", "-77"));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return OsmAndParameters.read(parameters, NOW).orElseThrow().signals().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1771257489,2026-02-16T15:58:09Z",
        "1771257489.5,2026-02-16T15:58:09.500Z",
        "1771257489250,2026-02-16T15:58:09.250Z",
        "2026-02-16T15:58:09Z,2026-02-16T15:58:09Z",
        "2026-02-16T16:58:09+01:00,2026-02-16T15:58:09Z",
        "2026-02-16 15:58:09,2026-02-16T15:58:09Z",
        ",2026-02-16T12:00:00Z"
    })
    void time_isRead_howeverItIsWritten(String timestamp, String at) {
        assertThat(signal("timestamp", timestamp == null ? "" : timestamp).at()).isEqualTo(Instant.parse(at));
    }

    @Test
    void speed_isInKnots_andLessThanNoneIsUnknown() {
        assertThat(signal("speed", "10").speedKmh()).isCloseTo(18.52, within(1e-9));
        assertThat(signal("speed", "-1").speedKmh()).isNull();
        assertThat(signal("speed", "NaN").speedKmh()).isNull();
        assertThat(signal("speed", "").speedKmh()).isNull();
    }

    @Test
    void bearing_hasTwoNames_andSoHasNorth() {
        assertThat(signal("heading", "90").bearing()).isEqualTo(90);
        assertThat(signal("bearing", "360").bearing()).isZero();
        assertThat(signal("bearing", "-1").bearing()).isNull();
    }

    @Test
    void whatHasNoPlaceInASignal_isAnAttribute_asItWasWritten() {
        assertThat(signal("batt", "77.0", "hdop", "", "alarm", "sos").attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("batt", "77.0", "alarm", "sos"));
    }

    @Test
    void location_standsForBoth() {
        var signal = OsmAndParameters.read(Map.of("deviceid", "phone", "location", "38.9, -77"), NOW)
                .orElseThrow()
                .signals()
                .get(0);
        assertThat(signal.lat()).isEqualTo(38.9);
        assertThat(signal.lon()).isEqualTo(-77);
        assertThatThrownBy(() -> signal("location", "1,2")).isInstanceOf(ProblemException.class);
    }

    @Test
    void positionThatIsNotValid_isNoReport() {
        for (String valid : new String[] {"true", "True", "1"}) {
            assertThat(signal("valid", valid)).isNotNull();
        }
        for (String valid : new String[] {"false", "0", "V"}) {
            assertThat(OsmAndParameters.read(Map.of("id", "phone", "valid", valid), NOW))
                    .isEmpty();
        }
    }

    @Test
    void fieldThatIsRefused_hasTheNameThatTheDeviceKnows() {
        var report = OsmAndParameters.read(Map.of("id", "phone", "lat", "1", "lon", "1", "speed", "9999"), NOW)
                .orElseThrow();
        assertThatThrownBy(() -> report.checked(NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.field()).isEqualTo("speed"))
                .hasMessage("speed: speedKmh must be a number from 0 to 1000");
    }
}
