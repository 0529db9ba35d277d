package io.varve.read.speed;

import java.util.List;

/**
 * What makes signals count in the same groups: either the fleet and the route that they ran for, or an outline that they
 * lie in. A signal is in one cell of the first kind, and in one of the second for each outline around it.
 *
 * @param fleet empty in a cell of an outline
 * @param route empty when there is none
 * @param region empty in a cell of a fleet and route
 * @param outline 0 in a cell of a fleet and route
 */
record Cell(String fleet, String route, String region, int outline) {
    /** @param route or null */
    static Cell ran(String fleet, String route) {
        return new Cell(fleet == null ? "" : fleet, route == null ? "" : route, "", 0);
    }

    static Cell inside(Outline outline) {
        return new Cell("", "", outline.regionId(), outline.number());
    }

    boolean isInside() {
        return outline > 0;
    }

    Outline inside() {
        return new Outline(region, outline);
    }

    List<SpeedGroup> groups() {
        if (isInside()) {
            return List.of(SpeedGroup.region(inside()));
        }
        return route.isEmpty()
                ? List.of(SpeedGroup.ALL, SpeedGroup.fleet(fleet))
                : List.of(SpeedGroup.ALL, SpeedGroup.fleet(fleet), SpeedGroup.route(route));
    }
}
