package io.varve.node.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.varve.node.entity.Json;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenTimesTest {
    private static final long DAY = 86_400_000;

    private static SeenTimes roundTrip(SeenTimes times) throws IOException {
        return Json.JOURNAL.readValue(Json.JOURNAL.writeValueAsBytes(times), SeenTimes.class);
    }

    private static int bytes(SeenTimes times) throws JsonProcessingException {
        return Json.JOURNAL.writeValueAsBytes(times).length;
    }

    @Test
    void with_leavesTheOneBeforeAsItWas() {
        var first = SeenTimes.NONE.with(new long[] {1_000, 1_500});
        var second = first.with(new long[] {2_000, 2_500, DAY});
        assertThat(first.contains(2_000) || first.contains(2_500) || first.contains(DAY))
                .isFalse();
        assertThat(LongStream.of(1_000, 1_500, 2_000, 2_500, DAY).allMatch(second::contains))
                .isTrue();
        assertThat(second.contains(1_001)).isFalse();
    }

    @Test
    void timesBeforeTheEpoch_areTimesToo() throws IOException {
        var times = SeenTimes.NONE.with(new long[] {-DAY - 1, -1});
        assertThat(times.contains(-1) && times.contains(-DAY - 1)).isTrue();
        assertThat(times.contains(DAY - 1)).isFalse();
        assertThat(roundTrip(times)).isEqualTo(times);
    }

    @Test
    void oldestDay_isForgotten_andSaysSo() throws IOException {
        long[] days =
                IntStream.range(0, SeenTimes.MAX_DAYS).mapToLong(n -> n * DAY).toArray();
        var full = SeenTimes.NONE.with(days);
        assertThat(full.tooOld(-DAY)).isFalse();
        var more = full.with(new long[] {SeenTimes.MAX_DAYS * DAY});
        assertThat(more.contains(0)).isFalse();
        assertThat(more.tooOld(DAY - 1)).isTrue();
        assertThat(more.tooOld(DAY)).isFalse();
        assertThat(more.with(new long[] {5})).isEqualTo(more);
        assertThat(roundTrip(more)).isEqualTo(more);
    }

    /** The day itself is forgotten at once: what came of it was recorded, and will not be again. */
    @Test
    void dayBeforeAllOthers_isForgotten_whenThereAreEnough() {
        long[] days =
                IntStream.range(0, SeenTimes.MAX_DAYS).mapToLong(n -> n * DAY).toArray();
        var times = SeenTimes.NONE.with(days).with(new long[] {-7});
        assertThat(times.tooOld(-7)).isTrue();
        assertThat(times.contains(0)).isTrue();
    }

    @Test
    void oddMilliseconds_areBounded_byForgettingDays() throws IOException {
        var times = SeenTimes.NONE;
        for (int day = 0; day < 14; day++) {
            long start = day * DAY;
            times = times.with(LongStream.range(0, 86_400)
                    .map(s -> start + 1_000 * s + s % 999 + 1)
                    .toArray());
        }
        assertThat(times.tooOld(3 * DAY - 1)).isTrue();
        assertThat(times.tooOld(3 * DAY)).isFalse();
        assertThat(times.with(new long[] {0})).isEqualTo(times);
        assertThat(bytes(times)).isLessThan(4_000_000);
    }

    @Test
    void aMonthOfSignalsEverySecond_isSmall() throws IOException {
        var times = SeenTimes.NONE;
        for (int day = 0; day < 31; day++) {
            long start = day * DAY;
            times = times.with(
                    LongStream.range(0, 86_400).map(s -> start + 1_000 * s).toArray());
        }
        assertThat(bytes(times)).isLessThan(31 * 100);
    }

    @Test
    void aDayOfWholeSeconds_takesLittleMoreThan16Kilobytes() throws IOException {
        var everyOther = LongStream.range(0, 43_200).map(s -> 2_000 * s).toArray();
        assertThat(bytes(SeenTimes.NONE.with(everyOther))).isLessThan(4 * 16_500 / 3 + 100);
    }
}
