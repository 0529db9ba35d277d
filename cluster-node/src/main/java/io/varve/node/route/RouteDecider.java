package io.varve.node.route;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.route.RouteState.Absent;
import io.varve.node.route.RouteState.Defined;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A route. What it is told again is no event. */
final class RouteDecider implements Decider<RouteCommand, RouteEvent, RouteState, RouteAnswer, RouteRefusal> {
    @Override
    public RouteState initial(String entityId) {
        return new Absent(entityId);
    }

    @Override
    public Decision<RouteEvent, RouteRefusal> decide(RouteState state, RouteCommand command, CommandMeta meta) {
        var define = (RouteCommand.Define) command;
        boolean same = state instanceof Defined route
                && route.label().equals(define.label())
                && Objects.equals(route.speedLimitKmh(), define.speedLimitKmh());
        return same
                ? Decision.accept(List.of())
                : Decision.accept(new RouteEvent.Defined(routeId(state), define.label(), define.speedLimitKmh()));
    }

    @Override
    public RouteState evolve(RouteState state, RouteEvent event) {
        var defined = (RouteEvent.Defined) event;
        return new Defined(defined.routeId(), defined.label(), defined.speedLimitKmh(), state instanceof Absent);
    }

    @Override
    public RouteAnswer answer(RouteState state) {
        return new RouteAnswer(routeId(state), state instanceof Defined route && route.created());
    }

    @Override
    public RouteAnswer unchanged(RouteState state, RouteCommand command) {
        return new RouteAnswer(routeId(state), false);
    }

    private static String routeId(RouteState state) {
        return state instanceof Defined route ? route.routeId() : ((Absent) state).routeId();
    }

    @Override
    public Optional<RouteRefusal> refusalOf(RouteEvent event) {
        return Optional.empty();
    }
}
