package io.varve.read.code;

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
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.List;

/** What was reported of error codes: one row for each event, hour, code and place, with the times of the signals. */
public final class CodeReportHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "code_report";
    public static final String HOURS_TABLE = "code_hour";
    public static final String VEHICLE_HOURS_TABLE = "vehicle_code_hour";

    private static final Shape REPORT = new Shape(
            TABLE,
            List.of("hour", "bucket", "vehicle_id", "code", "revision", "part"),
            List.of("what", "times", "fleet", "route", "regions"));
    private static final Shape HOUR = new Shape(HOURS_TABLE, List.of("year", "hour", "bucket"), List.of());
    private static final Shape VEHICLE_HOUR = new Shape(VEHICLE_HOURS_TABLE, List.of("vehicle_id", "hour"), List.of());

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        var event = happened.event();
        if (event instanceof SignalsRecorded e) {
            return write(happened, CodeReport.of(e));
        } else if (event instanceof CodeRaised e) {
            return write(happened, List.of(CodeReport.of(e)));
        } else if (event instanceof CodeCleared e) {
            return write(happened, List.of(CodeReport.of(e)));
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof DuplicatesIgnored
                || event instanceof RegionEntered
                || event instanceof RegionLeft
                || event instanceof OverspeedStarted
                || event instanceof OverspeedEnded) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> write(Happened<?> happened, List<CodeReport> reports) {
        var id = happened.entityId();
        int bucket = CodeHour.bucketOf(id);
        long revision = happened.revision();
        List<Write> writes = new ArrayList<>();
        int part = 0;
        for (var report : reports) {
            var hour = CodeHour.of(report.times().get(0));
            writes.add(REPORT.write(
                    revision,
                    hour,
                    bucket,
                    id,
                    report.code(),
                    revision,
                    part++,
                    report.what().text(),
                    report.times(),
                    report.fleet(),
                    report.route(),
                    report.regions()));
            writes.add(HOUR.write(revision, CodeHour.yearOf(hour), hour, bucket));
            writes.add(VEHICLE_HOUR.write(revision, id, hour));
        }
        return writes;
    }
}
