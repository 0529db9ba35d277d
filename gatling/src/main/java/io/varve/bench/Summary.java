package io.varve.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * What several rounds came to.
 *
 * @param median the middle one; of an even number, the mean of the two in the middle
 */
record Summary(double median, double least, double most) {
    static Summary of(Collection<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no rounds");
        }
        double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Summary(median, sorted[0], sorted[sorted.length - 1]);
    }
}
