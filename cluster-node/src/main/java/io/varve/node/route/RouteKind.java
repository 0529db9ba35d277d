package io.varve.node.route;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The route as a kind of entity. */
public final class RouteKind {
    public static final String NAME = "route";

    /** What matters of a command is what it says: one that comes again changes nothing, remembered or not. */
    private static final EntityLimits LIMITS = new EntityLimits(100, 100, 100, 1_000);

    private RouteKind() {}

    public static EntityKind<RouteCommand, RouteEvent, ?, RouteAnswer, RouteRefusal> create() {
        return new EntityKind<>(
                NAME,
                1,
                RouteCommand.class,
                RouteEvent.class,
                RouteState.class,
                RouteAnswer.class,
                RouteRefusal.class,
                new RouteDecider(),
                Optional.empty(),
                LIMITS);
    }
}
