package io.varve.node.vehicle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which moments a vehicle's signals are known of, to the millisecond, by day (UTC) of the signals' own time. Never
 * changes: {@link #with} copies the days that it touches.
 *
 * <p>Bounded: of the days that have signals the latest {@link #MAX_DAYS} are remembered, and fewer when more than
 * {@link #MAX_ODD} of their signals lie between whole seconds. Whatever lies before what was forgotten is too old to
 * tell, so that no moment is ever taken for a new one twice.
 */
final class SeenTimes {
    static final int MAX_DAYS = 62;
    /** Each takes two bytes and more, while a day of whole seconds takes 16 kB at most. */
    static final int MAX_ODD = 1_000_000;

    static final SeenTimes NONE = new SeenTimes(Collections.emptySortedMap(), Long.MIN_VALUE);

    private static final long DAY_MILLIS = 86_400_000;

    /** By day since 1970-01-01. */
    private final SortedMap<Long, SeenDay> days;
    /** The first day that is not forgotten. */
    private final long firstDay;

    private SeenTimes(SortedMap<Long, SeenDay> days, long firstDay) {
        this.days = days;
        this.firstDay = firstDay;
    }

    /** @param at in milliseconds since 1970-01-01T00:00:00Z */
    boolean contains(long at) {
        var day = days.get(Math.floorDiv(at, DAY_MILLIS));
        return day != null && day.contains((int) Math.floorMod(at, DAY_MILLIS));
    }

    /** Whether the moment lies before what is remembered. */
    boolean tooOld(long at) {
        return Math.floorDiv(at, DAY_MILLIS) < firstDay;
    }

    /**
     * These and more moments.
     *
     * @param at in milliseconds since 1970-01-01T00:00:00Z, ascending; those that are too old are left out
     */
    SeenTimes with(long[] at) {
        var all = new TreeMap<>(days);
        int from = 0;
        while (from < at.length) {
            long day = Math.floorDiv(at[from], DAY_MILLIS);
            int to = from + 1;
            while (to < at.length && Math.floorDiv(at[to], DAY_MILLIS) == day) {
                to++;
            }
            if (day >= firstDay) {
                add(all, day, at, from, to);
            }
            from = to;
        }
        return forgetting(all);
    }

    private static void add(TreeMap<Long, SeenDay> all, long day, long[] at, int from, int to) {
        var known = all.get(day);
        if (known == null) {
            known = SeenDay.NONE;
            // A day begins, so the one before has most of what it will ever have.
            var before = all.lowerEntry(day);
            if (before != null) {
                all.put(before.getKey(), before.getValue().compact());
            }
        }
        var millis = new int[to - from];
        for (int i = from; i < to; i++) {
            millis[i - from] = (int) (at[i] - day * DAY_MILLIS);
        }
        all.put(day, known.with(millis));
    }

    private SeenTimes forgetting(TreeMap<Long, SeenDay> all) {
        long odd = all.values().stream().mapToLong(SeenDay::odd).sum();
        long first = firstDay;
        while (all.size() > MAX_DAYS || all.size() > 1 && odd > MAX_ODD) {
            odd -= all.pollFirstEntry().getValue().odd();
            first = all.firstKey();
        }
        return new SeenTimes(Collections.unmodifiableSortedMap(all), first);
    }

    /**
     * What a snapshot holds.
     *
     * @param since the first day that is not forgotten, or null when none is
     */
    record Stored(LocalDate since, Map<LocalDate, SeenDay.Stored> days) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SeenTimes of(Stored stored) {
        var days = new TreeMap<Long, SeenDay>();
        stored.days().forEach((day, times) -> days.put(day.toEpochDay(), SeenDay.of(times)));
        return new SeenTimes(
                Collections.unmodifiableSortedMap(days),
                stored.since() == null ? Long.MIN_VALUE : stored.since().toEpochDay());
    }

    @JsonValue
    Stored stored() {
        return new Stored(
                firstDay == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(firstDay),
                days.entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> LocalDate.ofEpochDay(e.getKey()),
                                e -> e.getValue().stored())));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SeenTimes other && firstDay == other.firstDay && days.equals(other.days);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(firstDay) + days.hashCode();
    }

    @Override
    public String toString() {
        return "SeenTimes" + days;
    }
}
