package io.varve.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TelematicsTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void signals_areTheSameForBothSides_butForTheRegionsName() throws Exception {
        Area area = new Area("a", 2, 4, START, Duration.ofMillis(86_400));
        JsonNode plain = JSON.readTree(new SignalText(area, false).batch(3, 100));
        JsonNode named = JSON.readTree(new SignalText(area, true).batch(3, 100));
        assertThat(plain).hasSize(SignalText.BATCH);
        assertThat(plain.get(1).required("at").asText()).isEqualTo("2026-11-22T02:25:26.400Z");
        for (int i = 0; i < plain.size(); i++) {
            assertThat(plain.get(i).required("speedKmh")).isEqualTo(named.get(i).required("speedKmh"));
            assertThat(plain.get(i).required("lat")).isEqualTo(named.get(i).required("lat"));
            assertThat(named.get(i).required("region").asText()).isEqualTo("a-r1");
        }
        JsonNode line = JSON.readTree(new SignalText(area, false).line(3, 100, 1));
        assertThat(line.required("vehicleId").asText()).isEqualTo("a-3");
        assertThat(line.required("at")).isEqualTo(plain.get(0).required("at"));
        JsonNode group = JSON.readTree(new SignalText(area, false).line(3, 100, 2));
        assertThat(group.required("vehicleId").asText()).isEqualTo("a-3");
        assertThat(group.required("signals")).containsExactly(plain.get(0), plain.get(1));
    }

    @Test
    void vehicles_stayWithinTheirRegion() throws Exception {
        Area area = new Area("a", 3, 6, START, Duration.ofSeconds(1));
        for (int vehicle = 0; vehicle < area.vehicles(); vehicle++) {
            JsonNode ring = JSON.readTree(area.feature(area.regionOf(vehicle))).at("/geometry/coordinates/0");
            for (JsonNode signal : JSON.readTree(new SignalText(area, false).batch(vehicle, 0))) {
                assertThat(signal.required("lon").asDouble())
                        .isBetween(
                                ring.get(0).get(0).asDouble(),
                                ring.get(2).get(0).asDouble());
                assertThat(signal.required("lat").asDouble())
                        .isBetween(
                                ring.get(0).get(1).asDouble(),
                                ring.get(2).get(1).asDouble());
            }
        }
    }

    @Test
    void tables_haveRowsOfWhatWasMeasured() {
        TelematicsFigures figures = new TelematicsFigures(10_000, 1_000_000);
        assertThat(figures.tables()).isEqualTo(Judged.HEAD + "\n\n" + Series.HEAD);
        figures.batches.add(new Measured(1_000, 0, 1).times(SignalText.BATCH));
        Histogram micros = new Histogram(1_000_000, 3);
        micros.recordValue(7_000);
        figures.fewWeek.add(micros);
        assertThat(figures.tables())
                .contains("| signals in batches of 100 of one vehicle, Varve | 100,000 |")
                .contains("| a region's week by the model, 10,000 signals, p99 (p50 7.0 ms) | 7 ms |")
                .doesNotContain("peer", "live");
        figures.peerBatches.add(new Measured(200_000, 0, 1));
        assertThat(figures.tables()).contains("| signals in batches / the peer's | 0.50 |");
    }
}
