package io.varve.node.vehicle;

import java.time.Instant;
import java.util.List;

/**
 * What became of the last command.
 *
 * @param registered true when it made the vehicle known
 * @param accepted signals recorded
 * @param duplicates signals that were known already
 * @param late those of the accepted that are older than a signal that came before
 * @param tooOld signals from before the days that the vehicle remembers; not recorded
 * @param recordedAt the times of the accepted signals, when a report of at most {@link #MAX_TOLD} held others that were
 *     known already; or null, since it is either all that are not too old, or none
 */
public record VehicleAnswer(
        String vehicleId,
        boolean registered,
        int accepted,
        int duplicates,
        int late,
        int tooOld,
        List<Instant> recordedAt) {
    /** Answers are remembered, so what they tell of each signal has an end. */
    public static final int MAX_TOLD = 100;

    public VehicleAnswer(String vehicleId, boolean registered, int accepted, int duplicates, int late, int tooOld) {
        this(vehicleId, registered, accepted, duplicates, late, tooOld, null);
    }
}
