package io.varve.read.speed;

import io.varve.read.query.Concurrently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts answers together from hours and days. */
final class SpeedModel {
    private final GroupDays days;
    private final CutHours cutHours;

    SpeedModel(GroupDays days, CutHours cutHours) {
        this.days = days;
        this.cutHours = cutHours;
    }

    /** @param readNanoTime when the oldest of the hours was read */
    record Modelled(SpeedReport report, long readNanoTime) {}

    /** @param outlines that of the group, if it is a region's */
    CompletionStage<Modelled> answer(SpeedQuery query, SpeedGroup group, MapPart outlines) {
        long firstHour = SpeedFold.hourOf(query.from());
        long lastHour = SpeedFold.hourOf(query.to().minusNanos(1));
        return days.get(group, dayOf(firstHour), dayOf(lastHour)).thenCompose(found -> {
            List<Long> ends = new ArrayList<>();
            if (query.from().isAfter(SpeedFold.startOf(firstHour))) {
                ends.add(firstHour);
            }
            if (query.to().isBefore(SpeedFold.startOf(lastHour + 1)) && !ends.contains(lastHour)) {
                ends.add(lastHour);
            }
            return Concurrently.forEach(ends, hour -> end(query, group, outlines, hour, found))
                    .thenApply(read -> {
                        Map<Long, Optional<SpeedStats>> cut = new HashMap<>();
                        for (int i = 0; i < ends.size(); i++) {
                            cut.put(ends.get(i), read.get(i));
                        }
                        long oldest = found.values().stream()
                                .mapToLong(GroupDay::readNanoTime)
                                .reduce((a, b) -> a - b < 0 ? a : b)
                                .orElseThrow();
                        return new Modelled(report(query, firstHour, lastHour, found, cut), oldest);
                    });
        });
    }

    private static long dayOf(long hour) {
        return Math.floorDiv(hour, SpeedTables.HOURS);
    }

    private static Optional<SpeedStats> hour(Map<Long, GroupDay> days, long hour) {
        return days.get(dayOf(hour)).hour(Math.floorMod(hour, SpeedTables.HOURS));
    }

    /** An hour that the period cuts; often all its signals lie on one side of the cut. */
    private CompletionStage<Optional<SpeedStats>> end(
            SpeedQuery query, SpeedGroup group, MapPart outlines, long hour, Map<Long, GroupDay> found) {
        var whole = hour(found, hour);
        if (whole.isEmpty() || CutHours.isWithin(query, whole.get())) {
            return CompletableFuture.completedFuture(whole);
        }
        return CutHours.isOutside(query, whole.get())
                ? CompletableFuture.completedFuture(Optional.empty())
                : cutHours.read(query, group, outlines, hour);
    }

    private static SpeedReport report(
            SpeedQuery query,
            long firstHour,
            long lastHour,
            Map<Long, GroupDay> days,
            Map<Long, Optional<SpeedStats>> cut) {
        SortedMap<Long, SpeedStats> buckets = new TreeMap<>();
        List<SpeedStats> total = new ArrayList<>();
        for (long day = dayOf(firstHour); day <= dayOf(lastHour); day++) {
            long first = Math.max(firstHour, day * SpeedTables.HOURS);
            long last = Math.min(lastHour, (day + 1) * SpeedTables.HOURS - 1);
            Map<Long, SpeedStats> hours = new TreeMap<>();
            for (long hour = first; hour <= last; hour++) {
                var stats = cut.containsKey(hour) ? cut.get(hour) : hour(days, hour);
                if (stats.isPresent()) {
                    hours.put(hour, stats.get());
                }
            }
            boolean isWhole =
                    last - first == SpeedTables.HOURS - 1 && !cut.containsKey(first) && !cut.containsKey(last);
            var sum = isWhole ? days.get(day).sum() : SpeedStats.sum(List.copyOf(hours.values()));
            sum.ifPresent(total::add);
            if (query.bucket() == SpeedBucket.HOUR) {
                buckets.putAll(hours);
            } else if (sum.isPresent()) {
                buckets.put(day * SpeedTables.HOURS, sum.get());
            }
        }
        return SpeedReport.of(query, buckets, SpeedStats.sum(total));
    }
}
