package io.varve.http.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleAnswer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one report is answered, told to each of the lines that share it. */
class SharedReportTest {
    private static final Instant START = Instant.parse("2026-02-16T12:00:00Z");

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static SignalLine line(int... seconds) {
        return new SignalLine(
                "bus",
                Arrays.stream(seconds)
                        .mapToObj(s -> new Signal(at(s), 0, 0, null, null, null, null, null, null, null))
                        .toList());
    }

    /** Each as accepted/duplicates/late/tooOld. */
    private static List<String> told(VehicleAnswer answer, SignalLine... lines) {
        var report = new SharedReport("bus");
        for (int i = 0; i < lines.length; i++) {
            report.add(i, lines[i]);
        }
        return report.divide(new VehicleReports.Done(answer, 7, false)).stream()
                .map(r -> r.accepted() + "/" + r.duplicates() + "/" + r.late() + "/"
                        + r.tooOld().orElse(0))
                .toList();
    }

    private static VehicleAnswer answer(int accepted, int duplicates, int late, int tooOld, int... recorded) {
        var times = recorded.length == 0
                ? null
                : Arrays.stream(recorded).mapToObj(SharedReportTest::at).toList();
        return new VehicleAnswer("bus", false, accepted, duplicates, late, tooOld, times);
    }

    @Test
    void everyLine_isAccepted_whenNothingWasKnown() {
        assertThat(told(answer(3, 0, 0, 0), line(1), line(2, 3))).containsExactly("1/0/0/0", "2/0/0/0");
    }

    @Test
    void everyLine_isADuplicate_whenNothingWasNew() {
        assertThat(told(answer(0, 3, 0, 0), line(1), line(2, 3))).containsExactly("0/1/0/0", "0/2/0/0");
    }

    @Test
    void lineWhoseSignalWasKnown_isTheDuplicate() {
        assertThat(told(answer(2, 2, 0, 0, 2, 4), line(1), line(2), line(3), line(4)))
                .containsExactly("0/1/0/0", "1/0/0/0", "0/1/0/0", "1/0/0/0");
    }

    @Test
    void secondLineOfOneMoment_isTheDuplicate() {
        assertThat(told(answer(1, 1, 0, 0, 5), line(5), line(5))).containsExactly("1/0/0/0", "0/1/0/0");
    }

    @Test
    void earliestLines_areTheLateAndTheTooOldOnes() {
        assertThat(told(answer(3, 0, 2, 1), line(3), line(1), line(2), line(9)))
                .containsExactly("1/0/1/0", "0/0/0/1", "1/0/1/0", "1/0/0/0");
    }

    @Test
    void lineThatIsOlderThanALineBefore_isLate_asItWouldBeAlone() {
        assertThat(told(answer(4, 0, 0, 0), line(5), line(3), line(9, 7), line(8)))
                .containsExactly("1/0/0/0", "1/0/1/0", "2/0/0/0", "1/0/1/0");
    }

    @Test
    void report_takesNoMoreSignals_thanItsAnswerCanTellApart() {
        var report = new SharedReport("bus");
        int[] many = IntStream.range(0, VehicleAnswer.MAX_TOLD + 50).toArray();
        assertThat(report.takes(line(many))).isTrue();
        report.add(0, line(many));
        assertThat(report.takes(line(1_000))).isFalse();
    }
}
