package io.varve.read.speed;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of some speeds, at least one: exact but for the percentiles. Immutable, and equal for equal speeds,
 * however they were added up.
 *
 * <p>Percentiles come from a DDSketch (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable quantile sketch with
 * relative-error guarantees", VLDB 2019).
 */
public final class SpeedStats {
    /** How far a percentile may be off, as a part of its value. */
    public static final double RELATIVE_ERROR = 0.005;

    /** Sums are of billionths. */
    static final double NANO = 1e9;

    private final long count;
    private final BigInteger sumNanoKmh;
    private final double minKmh;
    private final double maxKmh;
    private final Instant firstAt;
    private final Instant lastAt;
    private final DDSketch sketch;
    // Worked out when first asked for; that two threads may do it twice is harmless.
    private Double meanKmh;
    private Double p50Kmh;
    private Double p95Kmh;

    /** @param sketch not changed by anybody while this is in use */
    SpeedStats(
            long count,
            BigInteger sumNanoKmh,
            double minKmh,
            double maxKmh,
            Instant firstAt,
            Instant lastAt,
            DDSketch sketch) {
        this.count = count;
        this.sumNanoKmh = sumNanoKmh;
        this.minKmh = minKmh;
        this.maxKmh = maxKmh;
        this.firstAt = firstAt;
        this.lastAt = lastAt;
        this.sketch = sketch;
    }

    /** All of them together, empty when there are none. */
    static Optional<SpeedStats> sum(Collection<SpeedStats> parts) {
        if (parts.size() <= 1) {
            return parts.stream().findFirst();
        }
        var tally = new SpeedTally();
        parts.forEach(tally::add);
        return Optional.of(tally.view());
    }

    /** How many signals with a speed there were, at least 1. */
    public long count() {
        return count;
    }

    BigInteger sumNanoKmh() {
        return sumNanoKmh;
    }

    /** The arithmetic mean of the speeds, each rounded to 1e-9 km/h. */
    public double meanKmh() {
        var mean = meanKmh;
        if (mean == null) {
            mean = new BigDecimal(sumNanoKmh, 9)
                    .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                    .doubleValue();
            meanKmh = mean;
        }
        return mean;
    }

    public double minKmh() {
        return minKmh;
    }

    public double maxKmh() {
        return maxKmh;
    }

    /** The median, within {@link #RELATIVE_ERROR}. */
    public double p50Kmh() {
        var p50 = p50Kmh;
        if (p50 == null) {
            p50 = percentile(0.5);
            p50Kmh = p50;
        }
        return p50;
    }

    /** The 95th percentile, within {@link #RELATIVE_ERROR}. */
    public double p95Kmh() {
        var p95 = p95Kmh;
        if (p95 == null) {
            p95 = percentile(0.95);
            p95Kmh = p95;
        }
        return p95;
    }

    /** A bin's middle may lie beyond the fastest speed in it. */
    private double percentile(double quantile) {
        return Math.max(minKmh, Math.min(maxKmh, sketch.getValueAtQuantile(quantile)));
    }

    /** The time of the first of the signals. */
    public Instant firstAt() {
        return firstAt;
    }

    /** The time of the last of the signals. */
    public Instant lastAt() {
        return lastAt;
    }

    DDSketch sketch() {
        return sketch;
    }

    /** The sketch as the tables keep it, in the library's own encoding, which says how exact it is. */
    ByteBuffer encodedSketch() {
        try {
            var output = GrowingByteArrayOutput.withDefaultInitialCapacity();
            sketch.encode(output, false);
            return ByteBuffer.wrap(output.trimmedCopy());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a sketch", e);
        }
    }

    static DDSketch decodedSketch(ByteBuffer encoded) {
        var bytes = new byte[encoded.remaining()];
        encoded.duplicate().get(bytes);
        try {
            return DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new);
        } catch (IOException e) {
            throw new UncheckedIOException("not a sketch: " + Arrays.toString(bytes), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpeedStats stats
                && count == stats.count
                && sumNanoKmh.equals(stats.sumNanoKmh)
                && minKmh == stats.minKmh
                && maxKmh == stats.maxKmh
                && firstAt.equals(stats.firstAt)
                && lastAt.equals(stats.lastAt)
                && encodedSketch().equals(stats.encodedSketch());
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, sumNanoKmh, firstAt, lastAt);
    }

    @Override
    public String toString() {
        return count + " from " + firstAt + " to " + lastAt + ", km/h: mean " + meanKmh() + ", min " + minKmh + ", max "
                + maxKmh + ", p50 " + p50Kmh() + ", p95 " + p95Kmh();
    }
}
