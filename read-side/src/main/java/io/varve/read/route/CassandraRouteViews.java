package io.varve.read.route;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Reading;
import io.varve.read.table.Queries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Routes in Cassandra. */
public final class CassandraRouteViews implements RouteViews {
    private static final String SELECT = "SELECT route_id, label, speed_limit_kmh, revision FROM route WHERE map = ?";

    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement all;

    public CassandraRouteViews(CqlSession session) {
        queries = new Queries(session);
        byId = queries.prepare(SELECT + " AND route_id = ?");
        all = queries.prepare(SELECT);
    }

    @Override
    public CompletionStage<Optional<RouteView>> route(String routeId) {
        return queries.one(byId, RouteViewHandler.ALL, routeId)
                .thenApply(row -> row.map(found -> RouteRow.read(found::getObject)));
    }

    @Override
    public CompletionStage<Reading<RouteView>> route(String routeId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> route(routeId), RouteView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<RouteView>> all() {
        return queries.all(all, RouteViewHandler.ALL)
                .thenApply(rows ->
                        rows.stream().map(row -> RouteRow.read(row::getObject)).toList());
    }
}
