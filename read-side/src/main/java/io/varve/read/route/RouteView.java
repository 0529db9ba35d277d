package io.varve.read.route;

import java.util.Optional;

/**
 * A route as the view knows it.
 *
 * @param label what people call it
 * @param speedLimitKmh the limit on it
 * @param revision the number of the route's last event that this row reflects
 */
public record RouteView(String routeId, String label, Optional<Double> speedLimitKmh, long revision) {}
