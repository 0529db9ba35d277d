package io.varve.read.vehicle;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.Changed;
import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.DuplicatesIgnored;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RegionEntered;
import io.varve.node.vehicle.VehicleEvent.RegionLeft;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** Which error codes of a vehicle are active: a row per code that ever was. */
public final class VehicleCodeHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "vehicle_code";
    private static final List<String> KEY = List.of("slice", "vehicle_id", "code");
    private static final Shape RAISED = new Shape(TABLE, KEY, List.of("active", "raised_at"));
    private static final Shape CLEARED = new Shape(TABLE, KEY, List.of("active"));

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        var id = happened.entityId();
        int slice = VehicleSlice.of(id);
        var event = happened.event();
        if (event instanceof CodeRaised e) {
            return List.of(RAISED.write(happened.revision(), slice, id, e.code(), true, Times.calendar(e.at())));
        } else if (event instanceof CodeCleared e) {
            return List.of(CLEARED.write(happened.revision(), slice, id, e.code(), false));
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof SignalsRecorded
                || event instanceof DuplicatesIgnored
                || event instanceof RegionEntered
                || event instanceof RegionLeft
                || event instanceof OverspeedStarted
                || event instanceof OverspeedEnded) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }
}
