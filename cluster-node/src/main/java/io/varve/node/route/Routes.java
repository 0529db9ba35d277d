package io.varve.node.route;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;

/** The door to the routes of the cluster. */
public final class Routes {
    private final EntityKind<RouteCommand, RouteEvent, ?, RouteAnswer, RouteRefusal> kind = RouteKind.create();
    private final Entities entities;

    public Routes(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a route and waits, bounded, for its outcome. A command that changes nothing is accepted at
     * the revision that stands.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the route must have, or null
     */
    public CompletionStage<Outcome<RouteAnswer, RouteRefusal>> submit(
            String routeId, String commandId, String by, Long expectedRevision, RouteCommand command) {
        return entities.ask(kind, routeId, commandId, by, expectedRevision, command);
    }
}
