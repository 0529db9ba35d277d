package io.varve.bench.buses;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was compared, and what was not as it must be. */
final class Verdict {
    private static final int DIFFERENCES_SHOWN = 20;
    private static final double MEAN_ERROR_KMH = 1e-9;
    /** What Varve states of its percentiles. */
    private static final double PERCENTILE_RELATIVE_ERROR = 0.005;

    private final List<String> shown = new ArrayList<>();
    private long comparisons;
    private long differences;

    long comparisons() {
        return comparisons;
    }

    long differences() {
        return differences;
    }

    /** The first differences, in words. */
    List<String> shown() {
        return List.copyOf(shown);
    }

    void compare(String what, Object expected, Object actual) {
        count(Objects.equals(expected, actual), what, expected, actual);
    }

    /** Compares each bucket of either, and the whole. */
    void compare(String what, Report expected, Report actual) {
        compare(
                what + ": buckets",
                expected.buckets().keySet(),
                actual.buckets().keySet());
        expected.buckets().forEach((from, bucket) -> {
            Report.Bucket other = actual.buckets().get(from);
            if (other != null) {
                String where = what + ", bucket from " + from;
                compare(where + ": to", bucket.to(), other.to());
                compare(where, bucket.figures(), other.figures());
            }
        });
        compare(what + ", total", expected.total(), actual.total());
    }

    private void compare(String what, Figures expected, Figures actual) {
        compare(what + ": count", expected.count(), actual.count());
        near(what + ": meanKmh", expected.meanKmh(), actual.meanKmh(), MEAN_ERROR_KMH);
        near(what + ": minKmh", expected.minKmh(), actual.minKmh(), 0);
        near(what + ": maxKmh", expected.maxKmh(), actual.maxKmh(), 0);
        percentile(what + ": p50Kmh", expected.p50Kmh(), actual.p50Kmh());
        percentile(what + ": p95Kmh", expected.p95Kmh(), actual.p95Kmh());
    }

    private void percentile(String what, double expected, double actual) {
        // What is left over is for the rounding of the bound itself.
        near(what, expected, actual, expected * PERCENTILE_RELATIVE_ERROR * (1 + 1e-9));
    }

    private void near(String what, double expected, double actual, double error) {
        count(Math.abs(expected - actual) <= error, what, expected, actual);
    }

    private void count(boolean same, String what, Object expected, Object actual) {
        comparisons++;
        if (!same) {
            differences++;
            if (shown.size() < DIFFERENCES_SHOWN) {
                shown.add(what + " must be " + expected + ", is " + actual);
            }
        }
    }
}
