package io.varve.read.route;

import io.varve.read.table.None;
import java.util.function.Function;

/** Reads a row of {@code route}. */
final class RouteRow {
    private RouteRow() {}

    static RouteView read(Function<String, Object> column) {
        return new RouteView(
                (String) column.apply("route_id"),
                (String) column.apply("label"),
                None.readNumber(column.apply("speed_limit_kmh")),
                (Long) column.apply("revision"));
    }
}
