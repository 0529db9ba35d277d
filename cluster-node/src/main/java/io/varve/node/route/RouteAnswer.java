package io.varve.node.route;

/** @param created true when the command made the route known */
public record RouteAnswer(String routeId, boolean created) {}
