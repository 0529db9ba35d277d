package io.varve.read.speed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The answer to a query.
 *
 * @param buckets in the order of their times; only those that have signals
 * @param total all buckets together, empty when there is none
 */
public record SpeedReport(List<Bucket> buckets, Optional<SpeedStats> total) {
    public SpeedReport {
        buckets = List.copyOf(buckets);
    }

    /**
     * @param from the first time, not before that of the query
     * @param to the end, excluded, not after that of the query
     */
    public record Bucket(Instant from, Instant to, SpeedStats stats) {}

    /** Whether it is of the same hours, unread since. */
    boolean hasSameBuckets(SpeedReport other) {
        if (buckets.size() != other.buckets.size()) {
            return false;
        }
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).stats() != other.buckets.get(i).stats()
                    || !buckets.get(i).from().equals(other.buckets.get(i).from())) {
                return false;
            }
        }
        return true;
    }

    /** @param byFirstHour what each bucket holds, by its first hour */
    static SpeedReport of(SpeedQuery query, SortedMap<Long, SpeedStats> byFirstHour, Optional<SpeedStats> total) {
        List<Bucket> buckets = new ArrayList<>();
        for (Map.Entry<Long, SpeedStats> bucket : byFirstHour.entrySet()) {
            var start = SpeedFold.startOf(bucket.getKey());
            var end = SpeedFold.startOf(bucket.getKey() + query.bucket().hours());
            buckets.add(new Bucket(
                    start.isBefore(query.from()) ? query.from() : start,
                    end.isAfter(query.to()) ? query.to() : end,
                    bucket.getValue()));
        }
        return new SpeedReport(buckets, total);
    }
}
