package io.varve.read.speed;

import io.varve.read.speed.SpeedReport.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Both answers to the same query. */
public record SpeedComparison(SpeedReport model, SpeedReport replay) {
    /**
     * How far apart two answers are: the largest absolute difference of each, over the buckets and the whole. Where only
     * one of them has anything, just the counts are compared.
     *
     * @param buckets how many buckets only one of the answers has
     */
    public record Difference(
            long count, double meanKmh, double minKmh, double maxKmh, double p50Kmh, double p95Kmh, long buckets) {}

    private record Pair(Optional<SpeedStats> a, Optional<SpeedStats> b) {
        private boolean isWhole() {
            return a.isPresent() && b.isPresent();
        }

        private long counts() {
            return Math.abs(a.map(SpeedStats::count).orElse(0L)
                    - b.map(SpeedStats::count).orElse(0L));
        }
    }

    boolean agrees() {
        return model.equals(replay);
    }

    public Difference difference() {
        var buckets = buckets();
        List<Pair> all = new ArrayList<>(buckets);
        all.add(new Pair(model.total(), replay.total()));
        return new Difference(
                all.stream().mapToLong(Pair::counts).max().orElse(0),
                largest(all, SpeedStats::meanKmh),
                largest(all, SpeedStats::minKmh),
                largest(all, SpeedStats::maxKmh),
                largest(all, SpeedStats::p50Kmh),
                largest(all, SpeedStats::p95Kmh),
                buckets.stream().filter(pair -> !pair.isWhole()).count());
    }

    private List<Pair> buckets() {
        Map<Instant, Pair> byStart = new TreeMap<>();
        for (Bucket bucket : model.buckets()) {
            byStart.put(bucket.from(), new Pair(Optional.of(bucket.stats()), Optional.empty()));
        }
        for (Bucket bucket : replay.buckets()) {
            byStart.merge(
                    bucket.from(),
                    new Pair(Optional.empty(), Optional.of(bucket.stats())),
                    (ofModel, ofReplay) -> new Pair(ofModel.a(), ofReplay.b()));
        }
        return List.copyOf(byStart.values());
    }

    private static double largest(List<Pair> pairs, ToDoubleFunction<SpeedStats> of) {
        return pairs.stream()
                .filter(Pair::isWhole)
                .mapToDouble(pair -> Math.abs(of.applyAsDouble(pair.a().get())
                        - of.applyAsDouble(pair.b().get())))
                .max()
                .orElse(0);
    }
}
