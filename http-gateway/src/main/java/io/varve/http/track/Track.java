package io.varve.http.track;

import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import java.util.List;

/**
 * A part of a vehicle's track.
 *
 * @param signals by time
 * @param truncated whether there are more, which are newer
 */
record Track(VehicleView vehicle, List<SignalView> signals, boolean truncated) {
    /** @param signals one more than the limit, if there are that many */
    static Track of(VehicleView vehicle, List<SignalView> signals, int limit) {
        boolean truncated = signals.size() > limit;
        return new Track(vehicle, truncated ? signals.subList(0, limit) : signals, truncated);
    }
}
