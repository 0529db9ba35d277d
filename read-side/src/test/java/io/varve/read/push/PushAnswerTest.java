package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.push.PushAnswer.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static PushAnswer of(String retryAfter) {
        return PushAnswer.ofStatus(503, retryAfter, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "201, TAKEN",
        "204, TAKEN",
        "301, LATER",
        "400, LATER",
        "403, LATER",
        "404, GONE",
        "410, GONE",
        "413, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER"
    })
    void status_saysWhatBecameOfIt(int status, Kind kind) {
        assertThat(PushAnswer.ofStatus(status, null, NOW).kind()).isEqualTo(kind);
    }

    @Test
    void retryAfter_isSecondsOrADate() {
        assertThat(of("120").retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(of("Wed, 25 Nov 2026 10:00:30 GMT").retryAfter()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999", "Wed, 99 Nov 2026 10:00:30 GMT"})
    void retryAfter_thatIsNeither_isNotHeeded(String header) {
        assertThat(of(header).retryAfter()).isEmpty();
    }
}
