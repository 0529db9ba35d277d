package io.varve.read.projection;

import io.varve.node.route.RouteEvent;
import io.varve.node.route.RouteKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.route.RouteView;
import io.varve.read.route.RouteViewHandler;
import io.varve.read.route.RouteViews;
import io.varve.read.table.RowStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of routes to the routes. */
public final class RouteProjection {
    private RouteProjection() {}

    public static KindViews<RouteEvent> views() {
        return new KindViews<>(List.of(), List.of(new RouteViewHandler()), List.of(RouteViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            RouteViews routes,
            ProjectionSettings settings) {
        KindProjection.start(
                system, role, RouteKind.create(), views(), feed, rows, id -> revision(routes, id), settings);
    }

    private static CompletionStage<Long> revision(RouteViews routes, String id) {
        return routes.route(id).thenApply(row -> row.map(RouteView::revision).orElse(0L));
    }
}
