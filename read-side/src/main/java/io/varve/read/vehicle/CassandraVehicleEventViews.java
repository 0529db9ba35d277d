package io.varve.read.vehicle;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Queries;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What happened to vehicles, in Cassandra. */
public final class CassandraVehicleEventViews implements VehicleEventViews {
    private final Queries queries;
    private final PreparedStatement months;
    private final PreparedStatement events;

    public CassandraVehicleEventViews(CqlSession session) {
        queries = new Queries(session);
        months = queries.prepare(
                "SELECT month FROM vehicle_event_month WHERE vehicle_id = ? AND month <= ? AND month >= ?");
        events = queries.prepare("SELECT at, revision, type, details FROM vehicle_event WHERE vehicle_id = ?"
                + " AND month = ? AND (at, revision) < (?, ?) AND (at) >= (?) LIMIT ?");
    }

    @Override
    public CompletionStage<Page<VehicleEventView>> events(
            String vehicleId, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
        var after = VehicleEventCursor.after(to, page);
        var notBefore = Times.ceiling(from.orElse(Times.MIN));
        return queries.all(months, vehicleId, after.month(), Times.month(Times.calendar(notBefore)))
                .thenCompose(rows -> {
                    var found = rows.stream().map(row -> row.getInt("month")).toList();
                    return collect(vehicleId, found, after, notBefore, page.limit() + 1, new ArrayList<>());
                })
                .thenApply(all -> VehicleEventCursor.page(all, page.limit()));
    }

    /** Goes from month to month until there are enough. */
    private CompletionStage<List<VehicleEventView>> collect(
            String vehicleId,
            List<Integer> monthsLeft,
            VehicleEventCursor after,
            Instant notBefore,
            int wanted,
            List<VehicleEventView> soFar) {
        if (monthsLeft.isEmpty() || soFar.size() >= wanted) {
            return CompletableFuture.completedFuture(soFar);
        }
        return queries.all(
                        events,
                        vehicleId,
                        monthsLeft.get(0),
                        after.at(),
                        after.revision(),
                        notBefore,
                        wanted - soFar.size())
                .thenCompose(rows -> {
                    rows.forEach(row -> soFar.add(VehicleRow.readEvent(row::getObject)));
                    var rest = monthsLeft.subList(1, monthsLeft.size());
                    return collect(vehicleId, rest, after, notBefore, wanted, soFar);
                });
    }
}
