package io.varve.bench.buses;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What is said of some speeds.
 *
 * @param count how many there are; the rest is 0 when there are none
 */
record Figures(long count, double meanKmh, double minKmh, double maxKmh, double p50Kmh, double p95Kmh) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    /** The plain calculation: all exact; a percentile is the speed of that rank. */
    static Figures of(List<Double> speedsKmh) {
        if (speedsKmh.isEmpty()) {
            return NONE;
        }
        List<Double> sorted = speedsKmh.stream().sorted().toList();
        int count = sorted.size();
        double meanKmh = sorted.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                .doubleValue();
        return new Figures(
                count,
                meanKmh,
                sorted.get(0),
                sorted.get(count - 1),
                percentile(sorted, 0.5),
                percentile(sorted, 0.95));
    }

    private static double percentile(List<Double> sorted, double quantile) {
        return sorted.get((int) (quantile * (sorted.size() - 1)));
    }
}
