package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The journal's times are the texts that Java gives them, and are read as they were. */
class InstantModuleTest {
    private static void check(Instant at) throws JsonProcessingException {
        assertThat(Json.JOURNAL.writeValueAsString(at)).isEqualTo("\"" + at + "\"");
        assertThat(Json.JOURNAL.readValue("\"" + at + "\"", Instant.class)).isEqualTo(at);
    }

    @Test
    void instants_areWrittenAsJavaWritesThem_andReadBack() throws JsonProcessingException {
        for (String text : List.of(
                "2026-02-16T12:00:00Z",
                "2026-02-16T12:00:00.100Z",
                "2026-02-16T12:00:00.000100Z",
                "2026-02-16T12:00:00.000000001Z",
                "1969-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z")) {
            check(Instant.parse(text));
        }
        check(Instant.MIN);
        check(Instant.MAX);
        check(Instant.EPOCH);
    }

    @Test
    void anyInstant_isWrittenAsJavaWritesIt_andReadBack() throws JsonProcessingException {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            check(Instant.ofEpochSecond(
                    random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000)));
            check(Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L)));
        }
    }

    @Test
    void instantsBetweenNodes_areReadBack() throws IOException {
        var at = Instant.parse("2026-02-16T12:00:00.1234Z");
        assertThat(Json.WIRE.readValue(Json.WIRE.writeValueAsBytes(at), Instant.class))
                .isEqualTo(at);
    }

    @Test
    void whatIsNoInstant_isAnError_andNotATime() {
        for (String text : List.of("\"\"", "\"noon\"", "1771257489", "\"2026-02-16\"", "{}")) {
            assertThatThrownBy(() -> Json.JOURNAL.readValue(text, Instant.class))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }
}
