package io.varve.read.speed;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.varve.read.table.InMemoryRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The model in memory. */
final class InMemorySpeedStore implements SpeedStore {
    private final InMemoryRows rows;
    private final Map<Integer, Long> holders = new HashMap<>();
    private final Map<Integer, Set<Outline>> folded = new HashMap<>();

    InMemorySpeedStore(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Long> takeOver(int share) {
        return completedFuture(holders.merge(share, 1L, Long::sum));
    }

    @Override
    public CompletionStage<Boolean> holds(int share, long holder) {
        return completedFuture(holders.getOrDefault(share, 0L) == holder);
    }

    @Override
    public CompletionStage<Set<Outline>> folded(int share) {
        return completedFuture(Set.copyOf(folded.getOrDefault(share, Set.of())));
    }

    @Override
    public CompletionStage<Boolean> setFolded(int share, long holder, Outline outline, boolean isFolded) {
        if (holders.getOrDefault(share, 0L) != holder) {
            return completedFuture(false);
        }
        var outlines = folded.computeIfAbsent(share, s -> new HashSet<>());
        if (isFolded) {
            outlines.add(outline);
        } else {
            outlines.remove(outline);
        }
        return completedFuture(true);
    }

    @Override
    public CompletionStage<Boolean> isFolded(int share, Outline outline) {
        return folded(share).thenApply(outlines -> outlines.contains(outline));
    }

    private Stream<Function<String, Object>> table(String table) {
        return rows.all(table).stream();
    }

    @Override
    public CompletionStage<Map<String, Long>> vehicles(int share) {
        Map<String, Long> revisions = new HashMap<>();
        table(SpeedTables.VEHICLE)
                .filter(row -> row.apply("share").equals(share))
                .forEach(row -> revisions.put((String) row.apply("vehicle_id"), (Long) row.apply("revision")));
        return completedFuture(revisions);
    }

    @Override
    public CompletionStage<List<StoredPart>> parts(int share, long hour) {
        return completedFuture(table(SpeedTables.PART)
                .filter(row ->
                        row.apply("share").equals(share) && row.apply("hour").equals(SpeedFold.startOf(hour)))
                .map(SpeedTables::part)
                .toList());
    }

    private static boolean isWithin(
            Function<String, Object> row, SpeedGroup group, int month, String time, Instant first, Instant last) {
        var at = (Instant) row.apply(time);
        return row.apply("speed_group").equals(group.key())
                && row.apply("month").equals(month)
                && !at.isBefore(first)
                && !at.isAfter(last);
    }

    @Override
    public CompletionStage<List<StoredHour>> hours(SpeedGroup group, int month, Instant first, Instant last) {
        return completedFuture(table(SpeedTables.HOUR)
                .filter(row -> isWithin(row, group, month, "hour", first, last))
                .map(row -> new StoredHour(SpeedFold.hourOf((Instant) row.apply("hour")), SpeedTables.stats(row)))
                .toList());
    }

    @Override
    public CompletionStage<List<StoredDay>> days(SpeedGroup group, int month, Instant first, Instant last) {
        return completedFuture(table(SpeedTables.DAY)
                .filter(row -> isWithin(row, group, month, "day", first, last))
                .map(row -> new StoredDay(
                        SpeedFold.hourOf((Instant) row.apply("day")) / SpeedTables.HOURS,
                        SpeedTables.DAY_COLUMNS.stream()
                                .mapToLong(column -> row.apply(column) == null ? 0 : (Long) row.apply(column))
                                .toArray()))
                .toList());
    }
}
