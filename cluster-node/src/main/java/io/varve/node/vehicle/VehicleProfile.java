package io.varve.node.vehicle;

/**
 * What is known of a vehicle beside its signals.
 *
 * @param label what people call it
 * @param fleet the fleet that it belongs to
 * @param route the route that it serves when its signals do not say, or null
 * @param kind such as {@code bus} or {@code tram}, or null
 * @param speedLimitKmh its own limit, or null
 */
public record VehicleProfile(String label, String fleet, String route, String kind, Double speedLimitKmh) {}
