package io.varve.bench.buses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainCalculationTest {
    private static final Question QUESTION = new Question(
            null,
            null,
            null,
            Instant.parse("2026-02-16T16:30:00Z"),
            Instant.parse("2026-02-16T18:10:00Z"),
            Question.HOUR);

    @Test
    void figures_areExact_andAPercentileIsOneOfTheSpeeds() {
        assertThat(Figures.of(List.of(30.0, 10.0, 20.0, 0.0))).isEqualTo(new Figures(4, 15, 0, 30, 10, 20));
        assertThat(Figures.of(List.of())).isEqualTo(Figures.NONE);
        // In doubles, 0.1 + 0.2 + 0.3 is not 0.6.
        assertThat(Figures.of(List.of(0.1, 0.2, 0.3)).meanKmh()).isEqualTo(0.2);
    }

    @Test
    void buckets_beginOnTheHour_andAreCutToTheQuestion() {
        Report report = Report.calculate(
                QUESTION,
                List.of(
                        sent("2026-02-16T16:29:59Z", 1),
                        sent("2026-02-16T16:30:00Z", 2),
                        sent("2026-02-16T17:00:00Z", 3),
                        sent("2026-02-16T18:09:59Z", 4),
                        sent("2026-02-16T18:10:00Z", 5)));
        assertThat(report.total().count()).isEqualTo(3);
        assertThat(report.buckets().keySet())
                .extracting(Instant::toString)
                .containsExactly("2026-02-16T16:30:00Z", "2026-02-16T17:00:00Z", "2026-02-16T18:00:00Z");
        assertThat(report.buckets().get(Instant.parse("2026-02-16T18:00:00Z")).to())
                .isEqualTo(QUESTION.to());
        assertThat(Report.calculate(QUESTION.of("another"), List.of(sent("2026-02-16T17:00:00Z", 3)))
                        .total())
                .isEqualTo(Figures.NONE);
    }

    @Test
    void verdict_seesWhatIsMoreThanTheStatedErrorAway() throws Exception {
        Report expected = Report.calculate(QUESTION, List.of(sent("2026-02-16T17:00:00Z", 40)));
        assertThat(differences(expected, 1, 40, 40.19)).isZero();
        assertThat(differences(expected, 1, 40 + 5e-10, 40)).isZero();
        assertThat(differences(expected, 1, 40 + 2e-9, 40)).isEqualTo(2);
        assertThat(differences(expected, 1, 40, 40.21)).isEqualTo(2);
        assertThat(differences(expected, 2, 40, 40)).isEqualTo(2);
        Verdict missing = new Verdict();
        missing.compare("bucket", expected, Report.calculate(QUESTION, List.of()));
        assertThat(missing.differences()).isPositive();
    }

    private static long differences(Report expected, long count, double meanKmh, double p50Kmh) throws Exception {
        String figures = "'count':%d,'meanKmh':%s,'minKmh':40,'maxKmh':40,'p50Kmh':%s,'p95Kmh':40"
                .formatted(count, meanKmh, p50Kmh);
        String answer = "{'buckets':[{'from':'2026-02-16T17:00:00Z','to':'2026-02-16T18:00:00Z'," + figures
                + "}],'total':{" + figures + "}}";
        Verdict verdict = new Verdict();
        verdict.compare("answer", expected, Report.read(new ObjectMapper().readTree(answer.replace('\'', '"'))));
        return verdict.differences();
    }

    @Test
    void city_countsItsBorder_butNotItsHoles() throws Exception {
        City city = new City();
        assertThat(city.containing(38.913780212402344, -77.01605224609375)).containsExactly("downtown");
        assertThat(city.containing(38.91, -77.02)).isEmpty();
        assertThat(city.containing(38.845279693603516, -76.98761749267578)).containsExactly("anacostia");
        assertThat(city.containing(38.845279693603516, -76.98761749267579)).isEmpty();
        assertThat(city.containing(38.993408203125, -77.03011322021484)).containsExactly("termini");
        assertThat(city.containing(38.92, -77.045)).containsExactly("downtown", "termini");
    }

    @Test
    void book_keepsTheFirstOfEachMoment(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("positions.csv");
        Files.writeString(file, """
                vehicle_id,timestamp,route_id,trip_id,latitude,longitude,bearing,speed_mps,stop_id
                7,1771257489,C53,1,38.9,-77.0,,10,5
                8,1771257489,C53,1,38.9,-77.0,90.5,10,5
                7,1771257489,C53,1,38.8,-77.0,,20,5
                """);
        BusBook book = BusBook.read(file);
        assertThat(book.rows()).hasSize(3);
        assertThat(book.rows().get(1).bearingDegrees()).isEqualTo(90.5);
        assertThat(BusBook.firsts(book.rows()))
                .extracting(BusRow::bus, BusRow::speedKmh, BusRow::bearingDegrees)
                .containsExactly(tuple("7", 36.0, null), tuple("8", 36.0, 90.5));
    }

    private static Sent sent(String at, double speedKmh) {
        BusRow row = new BusRow("7", Instant.parse(at), "C53", "1", 38.9, -77, null, speedKmh, "5");
        return new Sent(row, "v-7", "fleet", "v-C53", Set.of());
    }
}
