package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Rounds of how long something took. */
final class Delays {
    private static final double MICROS_PER_MILLI = 1e3;

    private final String what;
    private final List<Double> p50Millis = new ArrayList<>();
    private final List<Double> p95Millis = new ArrayList<>();
    private final List<Double> p99Millis = new ArrayList<>();

    Delays(String what) {
        this.what = what;
    }

    void add(Histogram micros) {
        p50Millis.add(micros.getValueAtPercentile(50) / MICROS_PER_MILLI);
        p95Millis.add(micros.getValueAtPercentile(95) / MICROS_PER_MILLI);
        p99Millis.add(micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
        System.out.printf(
                Locale.ROOT,
                "  %-50s p50 %,.1f ms, p95 %,.1f ms, p99 %,.1f ms, of %,d%n",
                what,
                last(p50Millis),
                last(p95Millis),
                last(p99Millis),
                micros.getTotalCount());
    }

    private static double last(List<Double> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    boolean isEmpty() {
        return p50Millis.isEmpty();
    }

    List<Double> p50Millis() {
        return p50Millis;
    }

    Judged p95(Goal goal) {
        return new Judged(title("p95"), Judged.Unit.MILLIS, p95Millis, goal);
    }

    Judged p99(Goal goal) {
        return new Judged(title("p99"), Judged.Unit.MILLIS, p99Millis, goal);
    }

    private String title(String percentile) {
        return String.format(
                Locale.ROOT,
                "%s, %s (p50 %,.1f ms)",
                what,
                percentile,
                Summary.of(p50Millis).median());
    }
}
