package io.varve.gatling.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;

/** Adds up speeds, exactly; users of the simulation add to it concurrently. */
final class SpeedSum {
    private static final double MEAN_ERROR_KMH = 1e-9;

    private long count;
    private long sumTenthsKmh;
    private long minTenthsKmh = Long.MAX_VALUE;
    private long maxTenthsKmh = Long.MIN_VALUE;

    synchronized void add(long tenthsKmh) {
        count++;
        sumTenthsKmh += tenthsKmh;
        minTenthsKmh = Math.min(minTenthsKmh, tenthsKmh);
        maxTenthsKmh = Math.max(maxTenthsKmh, tenthsKmh);
    }

    synchronized long count() {
        return count;
    }

    private double meanKmh() {
        return BigDecimal.valueOf(sumTenthsKmh, 1)
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Whether Varve's figures are these. */
    synchronized boolean isShownBy(JsonNode total) {
        return total.path("count").asLong(-1) == count
                && (count == 0
                        || Math.abs(total.path("meanKmh").asDouble() - meanKmh()) <= MEAN_ERROR_KMH
                                && total.path("minKmh").asDouble() == minTenthsKmh / 10.0
                                && total.path("maxKmh").asDouble() == maxTenthsKmh / 10.0);
    }

    @Override
    public synchronized String toString() {
        return count == 0
                ? "count 0"
                : "count " + count + ", mean " + meanKmh() + ", min " + minTenthsKmh / 10.0 + ", max "
                        + maxTenthsKmh / 10.0;
    }
}
