package io.varve.read.route;

import static java.util.Comparator.comparing;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Reading;
import io.varve.read.table.InMemoryRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryRouteViews implements RouteViews {
    private final InMemoryRows rows;

    public InMemoryRouteViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Optional<RouteView>> route(String routeId) {
        return CompletableFuture.completedFuture(
                rows.one(RouteViewHandler.TABLE, RouteViewHandler.ALL, routeId).map(RouteRow::read));
    }

    @Override
    public CompletionStage<Reading<RouteView>> route(String routeId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> route(routeId), RouteView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<RouteView>> all() {
        return CompletableFuture.completedFuture(rows.all(RouteViewHandler.TABLE).stream()
                .map(RouteRow::read)
                .sorted(comparing(RouteView::routeId))
                .toList());
    }
}
