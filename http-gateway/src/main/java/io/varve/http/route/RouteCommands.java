package io.varve.http.route;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemType;
import io.varve.node.entity.Outcome;
import io.varve.node.route.RouteAnswer;
import io.varve.node.route.RouteCommand;
import io.varve.node.route.RouteRefusal;
import io.varve.node.route.Routes;
import io.varve.read.region.MapKeeper;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends commands to routes and makes answers, or problems, of their outcomes. */
public final class RouteCommands {
    private static final Duration MAP_WAIT = Duration.ofSeconds(2);

    private final Routes routes;
    private final MapKeeper maps;

    /** @param maps where this gateway looks up the limits of signals */
    public RouteCommands(Routes routes, MapKeeper maps) {
        this.routes = routes;
        this.maps = maps;
    }

    /** @param repeated true when the command had taken effect before */
    record Done(RouteAnswer answer, long revision, boolean repeated) {}

    /**
     * Completes when the map of this gateway shows the change, so that it holds for signals that come next; or after
     * 2 s, since the change is in the journal whatever becomes of the map.
     *
     * @param expectedRevision the revision that the route must have, or null
     */
    CompletionStage<Done> submit(
            String routeId, String commandId, String by, Long expectedRevision, RouteCommand command) {
        return routes.submit(routeId, commandId, by, expectedRevision, command)
                .thenApply(RouteCommands::done)
                .thenCompose(done ->
                        maps.awaitRoute(routeId, done.revision(), MAP_WAIT).thenApply(shown -> done));
    }

    private static Done done(Outcome<RouteAnswer, RouteRefusal> outcome) {
        if (outcome instanceof Outcome.Accepted<RouteAnswer, RouteRefusal> accepted) {
            return new Done(accepted.answer(), accepted.revision(), accepted.repeated());
        }
        // A route refuses nothing.
        var failed = (Outcome.Failed<RouteAnswer, RouteRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
}
