package io.varve.http.route;

import io.varve.http.web.Fields;
import io.varve.node.route.RouteCommand;
import io.varve.read.route.RouteView;
import java.util.List;
import java.util.Optional;

/** The bodies of requests and answers about routes. */
final class RouteBodies {
    private static final int MAX_LABEL = 128;

    private RouteBodies() {}

    /** The particulars of a route, as they came. */
    record Particulars(String label, Double speedLimitKmh) {
        /** What nobody has named is called by its id. */
        RouteCommand.Define command(String routeId) {
            return new RouteCommand.Define(
                    label == null ? routeId : Fields.name("label", label, MAX_LABEL),
                    Fields.speedLimitKmh("speedLimitKmh", speedLimitKmh));
        }
    }

    record Reply(String routeId, long revision) {}

    record Shown(String routeId, String label, Optional<Double> speedLimitKmh, long revision) {
        static Shown of(RouteView view) {
            return new Shown(view.routeId(), view.label(), view.speedLimitKmh(), view.revision());
        }
    }

    record All(List<Shown> items) {
        static All of(List<RouteView> views) {
            return new All(views.stream().map(Shown::of).toList());
        }
    }
}
