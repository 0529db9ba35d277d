package io.varve.read.route;

import io.varve.node.route.RouteEvent;
import io.varve.node.route.RouteEvent.Defined;
import io.varve.read.table.Happened;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per route. */
public final class RouteViewHandler implements ViewHandler<RouteEvent> {
    public static final String TABLE = "route";

    /** The key of the only partition. */
    static final String ALL = "all";

    private static final Shape DEFINED =
            new Shape(TABLE, List.of("map", "route_id"), List.of("label", "speed_limit_kmh", "revision"));

    @Override
    public List<Write> writes(Happened<RouteEvent> happened) {
        if (happened.event() instanceof Defined e) {
            return List.of(DEFINED.write(
                    happened.revision(),
                    ALL,
                    happened.entityId(),
                    e.label(),
                    None.number(e.speedLimitKmh()),
                    happened.revision()));
        }
        throw ViewHandler.unknown(happened);
    }
}
