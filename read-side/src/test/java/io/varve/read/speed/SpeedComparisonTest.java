package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.varve.read.speed.SpeedComparison.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpeedComparisonTest {
    private static final Instant START = Instant.parse("2026-02-16T00:00:00Z");
    private static final SpeedQuery QUERY = new SpeedQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            START,
            START.plus(Duration.ofDays(1)),
            SpeedBucket.HOUR);

    /** @param speeds by hour of the day */
    private static SpeedReport report(Map<Integer, double[]> speeds) {
        var buckets = speeds.entrySet().stream()
                .collect(Collectors.toMap(
                        hour -> SpeedFold.hourOf(START) + hour.getKey(),
                        hour -> stats(hour.getKey(), hour.getValue()),
                        (a, b) -> a,
                        TreeMap::new));
        return SpeedReport.of(QUERY, buckets, SpeedStats.sum(buckets.values()));
    }

    private static SpeedStats stats(int hour, double[] speeds) {
        var tally = new SpeedTally();
        DoubleStream.of(speeds).forEach(speedKmh -> tally.add(speedKmh, START.plus(Duration.ofHours(hour))));
        return tally.stats();
    }

    private static Difference difference(Map<Integer, double[]> model, Map<Integer, double[]> replay) {
        return new SpeedComparison(report(model), report(replay)).difference();
    }

    @Test
    void equalAnswers_differByNothing() {
        var speeds = Map.of(1, new double[] {10, 20}, 5, new double[] {30});
        assertThat(difference(speeds, speeds)).isEqualTo(new Difference(0, 0, 0, 0, 0, 0, 0));
        assertThat(difference(Map.of(), Map.of())).isEqualTo(new Difference(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void largestDifference_isTold_whicheverBucketHasIt() {
        var difference = difference(
                Map.of(1, new double[] {10, 20}, 5, new double[] {30, 30}),
                Map.of(1, new double[] {10, 21}, 5, new double[] {30, 36}));
        assertThat(difference.count()).isZero();
        assertThat(difference.meanKmh()).isCloseTo(3, within(1e-9));
        assertThat(difference.minKmh()).isZero();
        assertThat(difference.maxKmh()).isEqualTo(6);
        assertThat(difference.buckets()).isZero();
    }

    @Test
    void bucketThatOneAnswerLacks_isCounted_withItsSignals() {
        var difference =
                difference(Map.of(1, new double[] {10}), Map.of(1, new double[] {10}, 5, new double[] {10, 10}));
        assertThat(difference.buckets()).isEqualTo(1);
        assertThat(difference.count()).isEqualTo(2);
        assertThat(difference.meanKmh()).isZero();
    }
}
