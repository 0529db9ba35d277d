package io.varve.read.speed;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.table.Queries;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The model in Cassandra. Who holds a share is settled by lightweight transactions, in a table of their own. */
final class CassandraSpeedStore implements SpeedStore {
    private final CqlSession session;
    private final Queries queries;
    private final PreparedStatement holder;
    private final PreparedStatement take;
    private final PreparedStatement setFolded;
    private final PreparedStatement folded;
    private final PreparedStatement isFolded;
    private final PreparedStatement vehicles;
    private final PreparedStatement parts;
    private final PreparedStatement hours;
    private final PreparedStatement days;

    /** @param session uses the keyspace, in which the tables exist */
    CassandraSpeedStore(CqlSession session) {
        this.session = session;
        queries = new Queries(session);
        holder = queries.prepare("SELECT holder FROM speed_outline WHERE share = ? LIMIT 1");
        take = queries.prepare("UPDATE speed_outline SET holder = ? WHERE share = ? IF holder = ?");
        setFolded = queries.prepare("UPDATE speed_outline SET folded = ? WHERE share = ? AND region_id = ?"
                + " AND outline = ? IF holder = ?");
        folded = queries.prepare("SELECT region_id, outline, folded FROM speed_outline WHERE share = ?");
        isFolded =
                queries.prepare("SELECT folded FROM speed_outline WHERE share = ? AND region_id = ? AND outline = ?");
        vehicles = queries.prepare("SELECT vehicle_id, revision FROM speed_vehicle WHERE share = ?");
        parts = queries.prepare("SELECT vehicle_id, fleet, route, region, outline, "
                + String.join(", ", SpeedTables.PART_COLUMNS) + " FROM speed_part WHERE share = ? AND hour = ?");
        hours = queries.prepare("SELECT hour, " + String.join(", ", SpeedTables.STATS)
                + " FROM speed_hour WHERE speed_group = ? AND month = ? AND hour >= ? AND hour <= ?");
        days = queries.prepare("SELECT day, " + String.join(", ", SpeedTables.DAY_COLUMNS)
                + " FROM speed_day WHERE speed_group = ? AND month = ? AND day >= ? AND day <= ?");
    }

    @Override
    public CompletionStage<Long> takeOver(int share) {
        return serially(holder, share).thenCompose(result -> {
            var row = result.one();
            Long before = row == null || row.isNull("holder") ? null : (Long) row.getLong("holder");
            long next = before == null ? 1 : before + 1;
            return serially(take, next, share, before)
                    .thenCompose(
                            taken -> taken.wasApplied() ? CompletableFuture.completedFuture(next) : takeOver(share));
        });
    }

    @Override
    public CompletionStage<Boolean> holds(int share, long held) {
        return serially(take, held, share, held).thenApply(AsyncResultSet::wasApplied);
    }

    @Override
    public CompletionStage<Boolean> setFolded(int share, long held, Outline outline, boolean isNow) {
        return serially(setFolded, isNow, share, outline.regionId(), outline.number(), held)
                .thenApply(AsyncResultSet::wasApplied);
    }

    /** A transaction, or a read that sees the last one. */
    private CompletionStage<AsyncResultSet> serially(PreparedStatement statement, Object... values) {
        boolean isRead = statement == holder;
        return session.executeAsync(statement
                .bind(values)
                .setConsistencyLevel(isRead ? ConsistencyLevel.LOCAL_SERIAL : ConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                .setIdempotent(isRead));
    }

    @Override
    public CompletionStage<Set<Outline>> folded(int share) {
        return queries.all(folded, share)
                .thenApply(rows -> rows.stream()
                        // A partition in which nothing is folded has a row all the same: that of its holder.
                        .filter(row -> row.getString("region_id") != null && row.getBoolean("folded"))
                        .map(row -> new Outline(row.getString("region_id"), row.getInt("outline")))
                        .collect(Collectors.toSet()));
    }

    @Override
    public CompletionStage<Boolean> isFolded(int share, Outline outline) {
        return queries.one(isFolded, share, outline.regionId(), outline.number())
                .thenApply(row -> row.isPresent() && row.get().getBoolean("folded"));
    }

    @Override
    public CompletionStage<Map<String, Long>> vehicles(int share) {
        return queries.all(vehicles, share).thenApply(rows -> {
            Map<String, Long> revisions = new HashMap<>();
            rows.forEach(row -> revisions.put(row.getString("vehicle_id"), row.getLong("revision")));
            return revisions;
        });
    }

    @Override
    public CompletionStage<List<StoredPart>> parts(int share, long hour) {
        return queries.all(parts, share, SpeedFold.startOf(hour))
                .thenApply(rows -> rows.stream()
                        .map(row -> SpeedTables.part(row::getObject))
                        .toList());
    }

    @Override
    public CompletionStage<List<StoredHour>> hours(SpeedGroup group, int month, Instant first, Instant last) {
        return queries.all(hours, group.key(), month, first, last)
                .thenApply(rows -> rows.stream()
                        .map(row -> new StoredHour(
                                SpeedFold.hourOf(row.getInstant("hour")), SpeedTables.stats(row::getObject)))
                        .toList());
    }

    @Override
    public CompletionStage<List<StoredDay>> days(SpeedGroup group, int month, Instant first, Instant last) {
        return queries.all(days, group.key(), month, first, last)
                .thenApply(rows -> rows.stream().map(CassandraSpeedStore::day).toList());
    }

    private static StoredDay day(Row row) {
        var counts = new long[SpeedTables.HOURS];
        for (int hour = 0; hour < counts.length; hour++) {
            // What is not there is 0.
            counts[hour] = row.getLong(hour + 1);
        }
        return new StoredDay(Math.floorDiv(SpeedFold.hourOf(row.getInstant("day")), SpeedTables.HOURS), counts);
    }
}
