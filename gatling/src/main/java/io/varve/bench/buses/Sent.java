package io.varve.bench.buses;

import java.util.Set;

/**
 * A signal that Varve must have kept.
 *
 * @param regions the names of the regions that contain it
 */
record Sent(BusRow row, String vehicleId, String fleet, String route, Set<String> regions) {}
