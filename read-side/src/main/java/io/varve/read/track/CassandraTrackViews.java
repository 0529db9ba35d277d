package io.varve.read.track;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.table.Queries;
import io.varve.read.table.Times;
import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Tracks in Cassandra. */
public final class CassandraTrackViews extends StoredTrackViews {
    private final Queries queries;
    private final PreparedStatement days;
    private final PreparedStatement day;

    public CassandraTrackViews(CqlSession session) {
        queries = new Queries(session);
        days = queries.prepare("SELECT day, block FROM vehicle_day WHERE vehicle_id = ? AND day >= ? AND day <= ?");
        // Filtering stays within the one partition that is named.
        day = queries.prepare("SELECT fleet, arrived_at, signals FROM track WHERE vehicle_id = ? AND day = ?"
                + " AND last_at >= ? AND first_at < ? ALLOW FILTERING");
    }

    @Override
    CompletionStage<List<DayBlock>> days(String vehicleId, LocalDate first, LocalDate last) {
        return queries.all(days, vehicleId, first, last)
                .thenApply(rows -> rows.stream()
                        .map(row -> new DayBlock(row.getLocalDate("day"), row.getLong("block")))
                        .toList());
    }

    @Override
    CompletionStage<List<SignalView>> day(String vehicleId, LocalDate ofDay, Instant from, Instant to) {
        return queries.all(day, vehicleId, ofDay, Times.kept(from), Times.ceiling(to))
                .thenApply(rows -> rows.stream()
                        .flatMap(row -> TrackRow.read(row::getObject))
                        .toList());
    }
}
