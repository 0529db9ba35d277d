package io.varve.http.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read out of a body; how it is refused is in {@code BadSignalsIT}. */
class SignalReaderTest {
    private static final Instant NOW = Instant.parse("2026-02-16T12:00:00Z");

    private static List<Signal> read(String body) {
        return SignalReader.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Signal signal(String fields) {
        return read("{\"at\":\"2026-02-16T11:00:00Z\",\"lat\":1,\"lon\":2" + fields + "}")
                .get(0);
    }

    @Test
    void oneSignal_andAnArray_areRead() {
        String one = "{\"at\":\"2026-02-16T11:00:00.1239Z\",\"lat\":-90,\"lon\":180}";
        assertThat(read(one))
                .containsExactly(new Signal(
                        Instant.parse("2026-02-16T11:00:00.123Z"), -90, 180, null, null, null, null, null, null, null));
        assertThat(read(" \n[" + one + "," + one + "]")).hasSize(2);
    }

    @Test
    void bounds_areWithin() {
        var edge = signal(",\"speedKmh\":1000,\"bearing\":359.9,\"odometerKm\":0");
        assertThat(edge.speedKmh()).isEqualTo(1_000);
        assertThat(read("{\"at\":\"2000-01-01T00:00:00Z\",\"lat\":1,\"lon\":2}"))
                .hasSize(1);
        assertThat(read("{\"at\":\"2026-02-17T12:00:00Z\",\"lat\":1,\"lon\":2}"))
                .hasSize(1);
        assertThatThrownBy(() -> read("{\"at\":\"2026-02-17T12:00:00.001Z\",\"lat\":1,\"lon\":2}"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void codesThatAreNotTold_areNotTheSameAsNone() {
        assertThat(signal("").codes()).isNull();
        assertThat(signal(",\"codes\":[]").codes()).isEmpty();
        assertThat(signal(",\"codes\":[\"P0301\",\"U1\",\"P0301\"]").codes()).containsExactly("P0301", "U1");
    }

    @Test
    void attributes_areKeptAsTheyWereWritten() {
        assertThat(signal(",\"attributes\":{\"a\":1.50,\"b\":true,\"c\":\"x\",\"d\":-3}")
                        .attributes())
                .isEqualTo(Map.of("a", "1.50", "b", "true", "c", "x", "d", "-3"));
    }

    @Test
    void inputThatBreaksOff_isNoJson_andNotAFieldsFault() {
        for (String cut : List.of("[{\"at\":\"2026-02-16T11:00:00Z\",\"lat\":1", "{\"at\":\"2026", "[")) {
            assertThatThrownBy(() -> read(cut))
                    .as(cut)
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.field()).isNull());
        }
    }
}
