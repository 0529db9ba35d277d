package io.varve.http.telemetry;

import io.varve.read.speed.SpeedComparison;
import io.varve.read.speed.SpeedComparison.Difference;
import io.varve.read.speed.SpeedReport;
import io.varve.read.speed.SpeedStats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of answers about speeds, in km/h. */
final class SpeedBodies {
    private SpeedBodies() {}

    record Bucket(
            Instant from,
            Instant to,
            long count,
            double meanKmh,
            double minKmh,
            double maxKmh,
            double p50Kmh,
            double p95Kmh) {
        private static Bucket of(SpeedReport.Bucket bucket) {
            var stats = bucket.stats();
            return new Bucket(
                    bucket.from(),
                    bucket.to(),
                    stats.count(),
                    stats.meanKmh(),
                    stats.minKmh(),
                    stats.maxKmh(),
                    stats.p50Kmh(),
                    stats.p95Kmh());
        }

        private static List<Bucket> of(SpeedReport report) {
            return report.buckets().stream().map(Bucket::of).toList();
        }
    }

    /** All buckets together; of no signals there is only their number. */
    record Total(
            long count,
            Optional<Double> meanKmh,
            Optional<Double> minKmh,
            Optional<Double> maxKmh,
            Optional<Double> p50Kmh,
            Optional<Double> p95Kmh) {
        private static Total of(Optional<SpeedStats> stats) {
            return new Total(
                    stats.map(SpeedStats::count).orElse(0L),
                    stats.map(SpeedStats::meanKmh),
                    stats.map(SpeedStats::minKmh),
                    stats.map(SpeedStats::maxKmh),
                    stats.map(SpeedStats::p50Kmh),
                    stats.map(SpeedStats::p95Kmh));
        }
    }

    record Replay(List<Bucket> buckets, Total total) {}

    /**
     * @param buckets those of the model, if it was asked
     * @param replay the other answer, if both were asked
     */
    record Answer(
            String plan,
            List<Bucket> buckets,
            Total total,
            double percentileRelativeError,
            Optional<Replay> replay,
            Optional<Difference> difference) {
        static Answer of(SpeedRequest.Plan plan, SpeedReport report) {
            return of(plan, report, Optional.empty(), Optional.empty());
        }

        static Answer of(SpeedComparison both) {
            var replayed = both.replay();
            var replay = new Replay(Bucket.of(replayed), Total.of(replayed.total()));
            return of(SpeedRequest.Plan.BOTH, both.model(), Optional.of(replay), Optional.of(both.difference()));
        }

        private static Answer of(
                SpeedRequest.Plan plan, SpeedReport report, Optional<Replay> replay, Optional<Difference> difference) {
            return new Answer(
                    SpeedRequest.nameOf(plan),
                    Bucket.of(report),
                    Total.of(report.total()),
                    SpeedStats.RELATIVE_ERROR,
                    replay,
                    difference);
        }
    }
}
