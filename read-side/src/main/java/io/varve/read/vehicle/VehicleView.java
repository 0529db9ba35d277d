package io.varve.read.vehicle;

import io.varve.node.vehicle.VehicleProfile;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A vehicle as the view knows it.
 *
 * @param newest the signal with the latest time of its own, empty before the first one
 * @param regions the ids of the regions that it is inside, each with the time of the signal that entered
 * @param codes the error codes that are active, each with the time of the signal that raised it
 * @param overspeed whether it is faster than its limit
 * @param revision the number of the vehicle's last event that this reflects
 * @param recordedAt when that event was recorded, to the millisecond
 */
public record VehicleView(
        String vehicleId,
        VehicleProfile profile,
        Optional<SignalView> newest,
        SortedMap<String, Instant> regions,
        SortedMap<String, Instant> codes,
        boolean overspeed,
        long revision,
        Instant recordedAt) {
    public VehicleView {
        regions = sorted(regions);
        codes = sorted(codes);
    }

    private static SortedMap<String, Instant> sorted(Map<String, Instant> times) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(times));
    }
}
