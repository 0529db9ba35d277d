package io.varve.http.tracker;

import io.varve.http.vehicle.RawSignal;
import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device reports.
 *
 * @param named what the device's protocol calls a field of a signal: of the signal's index and the field
 */
record DeviceReport(String vehicleId, List<RawSignal> signals, Naming named) {
    interface Naming {
        String of(int index, String field);
    }

    /**
     * The signals, if everything about them is as it can be.
     *
     * @throws ProblemException that names the field as the device knows it
     */
    List<Signal> checked(Instant now) {
        var checked = new ArrayList<Signal>(signals.size());
        for (var signal : signals) {
            try {
                checked.add(signal.checked(now));
            } catch (ProblemException e) {
                String name = named.of(checked.size(), e.field());
                throw new ProblemException(
                        e.type(), name, name.equals(e.field()) ? e.getMessage() : name + ": " + e.getMessage());
            }
        }
        return checked;
    }
}
