package io.varve.node.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportContentTest {
    private static final Instant AT = Instant.ofEpochMilli(1);
    private static final Map<String, String> ATTRIBUTES = Map.of("a", "1", "b", "2", "c", "3", "d", "4");
    private static final Signal FULL =
            new Signal(AT, 1, 2, 3.0, 4.0, 5.0, "r", "t", List.of("P0301", "P0420"), ATTRIBUTES);

    private static String content(Signal... signals) {
        var sightings = Stream.of(signals)
                .map(signal -> new Sighting(signal, List.of(), null))
                .toList();
        return HexFormat.of().formatHex(ReportContent.of(new Report(sightings, true)));
    }

    @Test
    void everyField_countsInIt() {
        var others = Stream.of(
                        new Signal(AT.plusMillis(1), 1, 2, 3.0, 4.0, 5.0, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 9, 2, 3.0, 4.0, 5.0, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 9, 3.0, 4.0, 5.0, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, null, 4.0, 5.0, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, null, 5.0, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, null, "r", "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, 5.0, null, "t", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, 5.0, "rt", "", FULL.codes(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, 5.0, "r", "t", List.of(), ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, 5.0, "r", "t", null, ATTRIBUTES),
                        new Signal(AT, 1, 2, 3.0, 4.0, 5.0, "r", "t", FULL.codes(), Map.of()))
                .map(ReportContentTest::content);
        assertThat(Stream.concat(others, Stream.of(content(FULL), content(FULL, FULL), content())))
                .doesNotHaveDuplicates();
    }

    /** Whatever order a map has in this process, and in every later version. */
    @Test
    void bytes_areAlwaysTheSame() {
        assertThat(content(FULL))
                .isEqualTo("0000000000000001" + "3ff0000000000000" + "4000000000000000" + "4008000000000000"
                        + "4010000000000000" + "4014000000000000" + "0000000172" + "0000000174"
                        + "00000002" + "000000055030333031" + "000000055030343230"
                        + "00000004" + "0000000161" + "0000000131" + "0000000162" + "0000000132"
                        + "0000000163" + "0000000133" + "0000000164" + "0000000134");
    }
}
