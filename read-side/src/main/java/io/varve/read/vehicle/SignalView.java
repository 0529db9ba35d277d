package io.varve.read.vehicle;

import io.varve.node.vehicle.Signal;
import java.time.Instant;
import java.util.List;

/**
 * A signal of a vehicle, and what was known when it arrived.
 *
 * @param signal as recorded, with the route that counts: its own, or else the vehicle's then
 * @param regions the ids of the regions that contained its point when it arrived
 * @param fleet the vehicle's fleet then
 * @param arrivedAt when it arrived, to the millisecond
 */
public record SignalView(Signal signal, List<String> regions, String fleet, Instant arrivedAt) {
    public SignalView {
        regions = List.copyOf(regions);
    }
}
