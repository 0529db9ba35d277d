package io.varve.read.vehicle;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.vehicle.VehicleKind;

/** Which partition a vehicle's row is in: that of its events in the feed, so that a page of them touches few. */
public final class VehicleSlice {
    private static final EntityKind<?, ?, ?, ?, ?> KIND = VehicleKind.create();

    private VehicleSlice() {}

    /** From 0 to {@link FeedLog#SLICES} - 1. */
    public static int of(String vehicleId) {
        return FeedLog.sliceOf(KIND.persistenceId(vehicleId));
    }
}
