package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class SpeedStatsTest {
    private static final Instant START = Instant.parse("2026-02-16T10:00:00Z");

    @Provide
    Arbitrary<List<Double>> speeds() {
        Arbitrary<Double> speed = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.doubles().between(0, 130).ofScale(12)),
                Tuple.of(3, Arbitraries.just(0.0)),
                Tuple.of(2, Arbitraries.doubles().between(0, 1e-6).ofScale(15)),
                Tuple.of(1, Arbitraries.doubles().between(0, SpeedFold.MAX_KMH).ofScale(3)));
        return speed.list().ofMinSize(1).ofMaxSize(200);
    }

    private static SpeedStats plain(List<Double> speeds) {
        var tally = new SpeedTally();
        for (int i = 0; i < speeds.size(); i++) {
            tally.add(speeds.get(i), at(speeds.get(i)));
        }
        return tally.stats();
    }

    /** A time that goes with the speed, so that a shuffle changes nothing. */
    private static Instant at(double speed) {
        return START.plusMillis((long) (speed * 1_000));
    }

    @Property(tries = 300)
    void order_andGrouping_changeNothing(@ForAll("speeds") List<Double> speeds, @ForAll long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(speeds);
        Collections.shuffle(shuffled, random);
        List<SpeedStats> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(20));
            parts.add(plain(shuffled.subList(from, to)));
            from = to;
        }

        var sum = SpeedStats.sum(parts).orElseThrow();

        assertThat(sum).isEqualTo(plain(speeds));
        assertThat(sum.p95Kmh()).isEqualTo(plain(speeds).p95Kmh());
    }

    @Property(tries = 300)
    void stats_areThoseOfAPlainCalculation(@ForAll("speeds") List<Double> speeds) {
        var stats = plain(speeds);
        var sorted = speeds.stream().sorted().toList();

        var mean = speeds.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(speeds.size()), MathContext.DECIMAL128);
        assertThat(stats.count()).isEqualTo(speeds.size());
        assertThat(stats.meanKmh()).isEqualTo(mean.doubleValue(), within(1e-9));
        assertThat(stats.minKmh()).isEqualTo(sorted.get(0));
        assertThat(stats.maxKmh()).isEqualTo(sorted.get(sorted.size() - 1));
        assertIsPercentile(stats.p50Kmh(), 0.5, sorted);
        assertIsPercentile(stats.p95Kmh(), 0.95, sorted);
    }

    /** Within the stated error of the value whose rank the quantile is, rounded down, as the paper defines it. */
    private static void assertIsPercentile(double found, double quantile, List<Double> sorted) {
        double exact = sorted.get((int) (quantile * (sorted.size() - 1)));
        assertThat(found).isEqualTo(exact, within(exact * SpeedStats.RELATIVE_ERROR * (1 + 1e-9) + 1e-300));
    }

    @Property(tries = 100)
    void sketch_isReadAsItWasWritten(@ForAll("speeds") List<Double> speeds) {
        var stats = plain(speeds);

        var read = SpeedStats.decodedSketch(stats.encodedSketch());

        assertThat(read.getCount()).isEqualTo(speeds.size());
        assertThat(read.getValueAtQuantile(0.3)).isEqualTo(stats.sketch().getValueAtQuantile(0.3));
    }

    @Test
    void sums_goBeyondALong() {
        var stats = plain(List.of(90_000.0));
        for (int n = 0; n < 40; n++) {
            stats = SpeedStats.sum(List.of(stats, stats)).orElseThrow();
        }
        var tally = new SpeedTally(stats);
        for (int n = 0; n < 200_000; n++) {
            tally.add(90_000.0, START);
        }

        assertThat(tally.stats().count()).isEqualTo((1L << 40) + 200_000);
        assertThat(tally.stats().meanKmh()).isEqualTo(90_000.0);
        assertThat(tally.stats().sumNanoKmh().bitLength()).isGreaterThan(64);
    }

    @Test
    void stats_areNotChangedByWhatIsAddedLater() {
        var tally = new SpeedTally();
        tally.add(50, START);
        var before = tally.stats();
        tally.add(150, START.plusSeconds(1));

        assertThat(before.count()).isEqualTo(1);
        assertThat(before.p95Kmh()).isEqualTo(50.0, within(0.25));
        assertThat(before.sketch().getCount()).isEqualTo(1);
    }
}
