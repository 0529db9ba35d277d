package io.varve.read.track;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.Changed;
import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.DuplicatesIgnored;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One row for each event and day of its signals' own time; it expires. Which days there are stays. */
public final class TrackHandler implements ViewHandler<VehicleEvent> {
    public static final String TABLE = "track";
    public static final String DAYS_TABLE = "vehicle_day";
    private static final Shape DAY = new Shape(DAYS_TABLE, List.of("vehicle_id", "day", "block"), List.of());

    private final Shape track;

    /** @param retention how long signals are kept, from when they arrived; zero for ever */
    public TrackHandler(Duration retention) {
        track = new Shape(
                TABLE,
                List.of("vehicle_id", "day", "revision"),
                List.of("first_at", "last_at", "fleet", "arrived_at", "signals"),
                retention);
    }

    @Override
    public List<Write> writes(Happened<VehicleEvent> happened) {
        var event = happened.event();
        if (event instanceof SignalsRecorded e) {
            return write(happened, e);
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof DuplicatesIgnored
                || event instanceof RegionEntered
                || event instanceof RegionLeft
                || event instanceof CodeRaised
                || event instanceof CodeCleared
                || event instanceof OverspeedStarted
                || event instanceof OverspeedEnded) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private List<Write> write(Happened<?> happened, SignalsRecorded event) {
        var id = happened.entityId();
        long revision = happened.revision();
        var byDay = new TreeMap<LocalDate, List<RecordedSignal>>();
        event.signals()
                .forEach(signal -> byDay.computeIfAbsent(
                                Times.day(signal.signal().at()), day -> new ArrayList<>())
                        .add(signal));
        List<Write> writes = new ArrayList<>();
        byDay.forEach((day, signals) -> {
            var first = signals.get(0).signal().at();
            var last = signals.get(signals.size() - 1).signal().at();
            writes.add(track.write(
                    happened.at(),
                    revision,
                    id,
                    day,
                    revision,
                    Times.calendar(first),
                    Times.calendar(last),
                    event.fleet(),
                    happened.at(),
                    JsonColumn.write(signals)));
            writes.add(DAY.write(revision, id, day, revision / TrackViews.BLOCK_REVISIONS));
        });
        return writes;
    }
}
