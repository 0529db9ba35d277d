package io.varve.read.vehicle;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Since when something holds for vehicles.
 *
 * @param what a region or an error code
 */
record VehicleTimes(String vehicleId, String what, Instant since) {
    /** The times of each vehicle by what holds for it. */
    static Map<String, SortedMap<String, Instant>> byVehicle(List<VehicleTimes> times) {
        Map<String, SortedMap<String, Instant>> byVehicle = new HashMap<>();
        times.forEach(each -> byVehicle
                .computeIfAbsent(each.vehicleId(), id -> new TreeMap<>())
                .put(each.what(), each.since()));
        return byVehicle;
    }

    /** What holds for one vehicle. */
    static SortedMap<String, Instant> of(String vehicleId, Map<String, SortedMap<String, Instant>> byVehicle) {
        return byVehicle.getOrDefault(vehicleId, Collections.emptySortedMap());
    }
}
