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
import io.varve.read.table.JsonColumn;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.time.Instant;
import java.util.List;

/** One row for each thing that happened to a vehicle, other than that it sent signals. */
public final class VehicleEventHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "vehicle_event";
    public static final String MONTHS_TABLE = "vehicle_event_month";
    private static final Shape HAPPENED =
            new Shape(TABLE, List.of("vehicle_id", "month", "at", "revision"), List.of("type", "details"));
    private static final Shape MONTH = new Shape(MONTHS_TABLE, List.of("vehicle_id", "month"), List.of());

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        var event = happened.event();
        if (event instanceof Registered e) {
            return write(happened, happened.at(), "registered", VehicleDetails.of(e));
        } else if (event instanceof Changed e) {
            return write(happened, happened.at(), "changed", VehicleDetails.of(e));
        } else if (event instanceof RegionEntered e) {
            return write(happened, e.at(), "region-entered", VehicleDetails.of(e));
        } else if (event instanceof RegionLeft e) {
            return write(happened, e.at(), "region-left", VehicleDetails.of(e));
        } else if (event instanceof CodeRaised e) {
            return write(happened, e.at(), "code-raised", VehicleDetails.of(e));
        } else if (event instanceof CodeCleared e) {
            return write(happened, e.at(), "code-cleared", VehicleDetails.of(e));
        } else if (event instanceof OverspeedStarted e) {
            return write(happened, e.at(), "overspeed-started", VehicleDetails.of(e));
        } else if (event instanceof OverspeedEnded e) {
            return write(happened, e.at(), "overspeed-ended", VehicleDetails.of(e));
        } else if (event instanceof SignalsRecorded || event instanceof DuplicatesIgnored) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> write(Happened<?> happened, Instant at, String type, VehicleDetails details) {
        var id = happened.entityId();
        long revision = happened.revision();
        var kept = Times.calendar(at);
        int month = Times.month(kept);
        return List.of(
                HAPPENED.write(revision, id, month, kept, revision, type, JsonColumn.write(details)),
                MONTH.write(revision, id, month));
    }
}
