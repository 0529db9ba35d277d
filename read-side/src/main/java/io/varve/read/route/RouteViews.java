package io.varve.read.route;

import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about routes. */
public interface RouteViews {
    /** The route as the view knows it now, or empty. */
    CompletionStage<Optional<RouteView>> route(String routeId);

    /**
     * The route at a revision or a later one.
     *
     * @param minRevision 0 for whatever is there
     * @param maxWait how long to wait for that revision
     */
    CompletionStage<Reading<RouteView>> route(String routeId, long minRevision, Duration maxWait);

    /** All routes, by id. */
    CompletionStage<List<RouteView>> all();
}
