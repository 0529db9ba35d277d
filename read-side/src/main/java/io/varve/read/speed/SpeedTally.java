package io.varve.read.speed;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Adds up speeds. The result depends neither on their order nor on how they are grouped: the sum is of whole
 * nanokilometres per hour, and the sketch counts in bins that never collapse.
 */
final class SpeedTally {
    private long count;
    /** What has been carried over from the sum below. */
    private BigInteger carriedNanoKmh = BigInteger.ZERO;

    private long sumNanoKmh;
    private double minKmh = Double.POSITIVE_INFINITY;
    private double maxKmh = Double.NEGATIVE_INFINITY;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;
    private final DDSketch sketch;

    SpeedTally() {
        sketch = DDSketches.unboundedDense(SpeedStats.RELATIVE_ERROR);
    }

    /** Goes on from there. */
    SpeedTally(SpeedStats stats) {
        sketch = stats.sketch().copy();
        addAllButSketch(stats);
    }

    /** @param speedKmh from 0 to {@link SpeedFold#MAX_KMH} */
    void add(double speedKmh, Instant at) {
        count++;
        // Rounded half even, to 1e-9 km/h.
        addNano((long) Math.rint(speedKmh * SpeedStats.NANO));
        minKmh = Math.min(minKmh, speedKmh);
        maxKmh = Math.max(maxKmh, speedKmh);
        firstMillis = Math.min(firstMillis, at.toEpochMilli());
        lastMillis = Math.max(lastMillis, at.toEpochMilli());
        sketch.accept(speedKmh);
    }

    void add(SpeedStats stats) {
        addAllButSketch(stats);
        sketch.mergeWith(stats.sketch());
    }

    private void addAllButSketch(SpeedStats stats) {
        count += stats.count();
        carriedNanoKmh = carriedNanoKmh.add(stats.sumNanoKmh());
        minKmh = Math.min(minKmh, stats.minKmh());
        maxKmh = Math.max(maxKmh, stats.maxKmh());
        firstMillis = Math.min(firstMillis, stats.firstAt().toEpochMilli());
        lastMillis = Math.max(lastMillis, stats.lastAt().toEpochMilli());
    }

    private void addNano(long nanoKmh) {
        if (sumNanoKmh > Long.MAX_VALUE - nanoKmh) {
            carriedNanoKmh = carriedNanoKmh.add(BigInteger.valueOf(sumNanoKmh));
            sumNanoKmh = 0;
        }
        sumNanoKmh += nanoKmh;
    }

    long count() {
        return count;
    }

    /** What there is now; later additions do not change it. There must be something. */
    SpeedStats stats() {
        return stats(sketch.copy());
    }

    /** The same without a copy: for use before the next addition. */
    SpeedStats view() {
        return stats(sketch);
    }

    private SpeedStats stats(DDSketch counted) {
        return new SpeedStats(
                count,
                carriedNanoKmh.add(BigInteger.valueOf(sumNanoKmh)),
                minKmh,
                maxKmh,
                Instant.ofEpochMilli(firstMillis),
                Instant.ofEpochMilli(lastMillis),
                counted);
    }
}
