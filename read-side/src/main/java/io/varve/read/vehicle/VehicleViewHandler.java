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
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.table.Happened;
import io.varve.read.table.JsonColumn;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per vehicle. Ignores no event: what changes nothing else moves the revision on. */
public final class VehicleViewHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "vehicle_view";
    private static final List<String> KEY = List.of("slice", "vehicle_id");
    private static final Shape PROFILE =
            shape("label", "fleet", "route", "kind", "speed_limit_kmh", "recorded_at", "revision");
    private static final Shape NEWEST = shape("newest", "recorded_at", "revision");
    private static final Shape OVERSPEED = shape("overspeed", "recorded_at", "revision");
    private static final Shape SEEN = shape("recorded_at", "revision");

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        return List.of(write(happened));
    }

    private static Write write(Happened<VehicleEvent> happened) {
        var event = happened.event();
        if (event instanceof Registered e) {
            return profile(happened, e.profile());
        } else if (event instanceof Changed e) {
            return profile(happened, e.profile());
        } else if (event instanceof SignalsRecorded e) {
            return e.newest() ? newest(happened, e) : seen(happened);
        } else if (event instanceof OverspeedStarted) {
            return overspeed(happened, true);
        } else if (event instanceof OverspeedEnded) {
            return overspeed(happened, false);
        } else if (event instanceof DuplicatesIgnored
                || event instanceof RegionEntered
                || event instanceof RegionLeft
                || event instanceof CodeRaised
                || event instanceof CodeCleared) {
            return seen(happened);
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write profile(Happened<?> happened, VehicleProfile profile) {
        return PROFILE.write(
                happened.revision(),
                VehicleSlice.of(happened.entityId()),
                happened.entityId(),
                profile.label(),
                profile.fleet(),
                None.text(profile.route()),
                None.text(profile.kind()),
                None.number(profile.speedLimitKmh()),
                happened.at(),
                happened.revision());
    }

    private static Write newest(Happened<?> happened, SignalsRecorded event) {
        var last = event.signals().get(event.signals().size() - 1);
        var newest = new SignalView(last.signal(), last.regions(), event.fleet(), happened.at());
        return write(NEWEST, happened, JsonColumn.write(newest));
    }

    private static Write overspeed(Happened<?> happened, boolean overspeed) {
        return write(OVERSPEED, happened, overspeed);
    }

    private static Write write(Shape shape, Happened<?> happened, Object value) {
        var id = happened.entityId();
        return shape.write(happened.revision(), VehicleSlice.of(id), id, value, happened.at(), happened.revision());
    }

    private static Write seen(Happened<?> happened) {
        var id = happened.entityId();
        return SEEN.write(happened.revision(), VehicleSlice.of(id), id, happened.at(), happened.revision());
    }

    private static Shape shape(String... columns) {
        return new Shape(TABLE, KEY, List.of(columns));
    }
}
