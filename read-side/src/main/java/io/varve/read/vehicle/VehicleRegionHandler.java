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

/** Which regions a vehicle is inside, by vehicle and by region: a row per pair that ever met. */
public final class VehicleRegionHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "vehicle_region";
    public static final String BY_REGION_TABLE = "region_vehicle";
    private static final List<String> KEY = List.of("slice", "vehicle_id", "region_id");
    private static final List<String> BY_REGION_KEY = List.of("region_id", "vehicle_id");
    private static final List<String> ENTERED = List.of("inside", "entered_at");
    private static final List<String> LEFT = List.of("inside");

    private static final Shape VEHICLE_ENTERED = new Shape(TABLE, KEY, ENTERED);
    private static final Shape VEHICLE_LEFT = new Shape(TABLE, KEY, LEFT);
    private static final Shape REGION_ENTERED = new Shape(BY_REGION_TABLE, BY_REGION_KEY, ENTERED);
    private static final Shape REGION_LEFT = new Shape(BY_REGION_TABLE, BY_REGION_KEY, LEFT);

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        var id = happened.entityId();
        int slice = VehicleSlice.of(id);
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof RegionEntered e) {
            var at = Times.calendar(e.at());
            return List.of(
                    VEHICLE_ENTERED.write(revision, slice, id, e.regionId(), true, at),
                    REGION_ENTERED.write(revision, e.regionId(), id, true, at));
        } else if (event instanceof RegionLeft e) {
            return List.of(
                    VEHICLE_LEFT.write(revision, slice, id, e.regionId(), false),
                    REGION_LEFT.write(revision, e.regionId(), id, false));
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof SignalsRecorded
                || event instanceof DuplicatesIgnored
                || event instanceof CodeRaised
                || event instanceof CodeCleared
                || event instanceof OverspeedStarted
                || event instanceof OverspeedEnded) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }
}
