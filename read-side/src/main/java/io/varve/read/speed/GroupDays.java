package io.varve.read.speed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.read.query.Concurrently;
import io.varve.read.speed.SpeedStore.StoredHour;
import io.varve.read.table.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The days of groups that were asked for last, and the tables behind them. After a while it is looked whether an hour
 * counts more signals than it did, in one read per month; only what has changed is read again.
 */
final class GroupDays {
    private final SpeedStore store;
    private final long freshNanos;
    private final Cache<Key, GroupDay> days;
    /** Reads that are underway, for all who want the same. */
    private final Map<Span, CompletableFuture<Map<Long, GroupDay>>> underway = new ConcurrentHashMap<>();

    private record Key(SpeedGroup group, long day) {}

    /** Some days of a month. */
    private record Span(SpeedGroup group, int month, long first, long last) {
        private List<Long> days() {
            return LongStream.rangeClosed(first, last).boxed().toList();
        }
    }

    GroupDays(SpeedStore store, int hoursLimit, Duration freshFor) {
        this.store = store;
        freshNanos = freshFor.toNanos();
        days = Caffeine.newBuilder()
                .maximumWeight(hoursLimit)
                .weigher((Key key, GroupDay day) -> day.size() + 1)
                // Whoever writes does the little that there is to do: no thread of its own.
                .executor(Runnable::run)
                .build();
    }

    /**
     * The days of a group, not older than it takes for them to be looked at again.
     *
     * @param first the number of the first day (UTC) since the epoch
     * @param last that of the last one, included
     */
    CompletionStage<Map<Long, GroupDay>> get(SpeedGroup group, long first, long last) {
        Map<Long, GroupDay> fresh = new HashMap<>();
        List<Long> stale = new ArrayList<>();
        long now = System.nanoTime();
        for (long day = first; day <= last; day++) {
            var known = days.getIfPresent(new Key(group, day));
            if (known != null && now - known.readNanoTime() < freshNanos) {
                fresh.put(day, known);
            } else {
                stale.add(day);
            }
        }
        if (stale.isEmpty()) {
            return CompletableFuture.completedFuture(fresh);
        }
        return Concurrently.forEach(spans(group, stale), this::read).thenApply(read -> {
            read.forEach(fresh::putAll);
            return fresh;
        });
    }

    private static List<Span> spans(SpeedGroup group, List<Long> days) {
        return days.stream()
                .collect(Collectors.groupingBy(day -> Times.month(SpeedFold.startOf(firstHour(day)))))
                .entrySet()
                .stream()
                .map(month -> new Span(
                        group,
                        month.getKey(),
                        month.getValue().get(0),
                        month.getValue().get(month.getValue().size() - 1)))
                .toList();
    }

    private static long firstHour(long day) {
        return day * SpeedTables.HOURS;
    }

    private CompletionStage<Map<Long, GroupDay>> read(Span span) {
        var mine = new CompletableFuture<Map<Long, GroupDay>>();
        var others = underway.putIfAbsent(span, mine);
        if (others != null) {
            return others;
        }
        look(span).whenComplete((found, failure) -> {
            underway.remove(span, mine);
            if (failure == null) {
                found.forEach((day, hours) -> days.put(new Key(span.group(), day), hours));
                mine.complete(found);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private CompletionStage<Map<Long, GroupDay>> look(Span span) {
        long now = System.nanoTime();
        return store.days(
                        span.group(),
                        span.month(),
                        SpeedFold.startOf(firstHour(span.first())),
                        SpeedFold.startOf(firstHour(span.last())))
                .thenCompose(found -> {
                    Map<Long, long[]> counts = new HashMap<>();
                    span.days().forEach(day -> counts.put(day, new long[SpeedTables.HOURS]));
                    found.forEach(row -> add(counts.get(row.day()), row.counts()));
                    return refresh(span, counts, now);
                });
    }

    private static void add(long[] sums, long[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
        }
    }

    private CompletionStage<Map<Long, GroupDay>> refresh(Span span, Map<Long, long[]> counts, long now) {
        Map<Long, GroupDay> known = new HashMap<>();
        List<Long> changed = new ArrayList<>();
        for (long day : span.days()) {
            var before = days.getIfPresent(new Key(span.group(), day));
            known.put(day, before == null ? GroupDay.empty() : before);
            known.get(day).changed(counts.get(day)).forEach(hour -> changed.add(firstHour(day) + hour));
        }
        if (changed.isEmpty()) {
            known.replaceAll((day, hours) -> hours.at(now));
            return CompletableFuture.completedFuture(known);
        }
        long first = changed.get(0);
        long last = changed.get(changed.size() - 1);
        return store.hours(span.group(), span.month(), SpeedFold.startOf(first), SpeedFold.startOf(last))
                .thenApply(found -> {
                    var byHour = found.stream()
                            .collect(Collectors.groupingBy(
                                    StoredHour::hour, Collectors.mapping(StoredHour::stats, Collectors.toList())));
                    known.replaceAll((day, hours) -> {
                        var next = hours.hours();
                        for (int i = 0; i < next.length; i++) {
                            long hour = firstHour(day) + i;
                            if (hour >= first && hour <= last) {
                                next[i] = SpeedStats.sum(byHour.getOrDefault(hour, List.of()))
                                        .orElse(null);
                            }
                        }
                        return new GroupDay(counts.get(day), next, now);
                    });
                    return known;
                });
    }
}
