package io.varve.read.speed;

import io.varve.node.vehicle.Signal;
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
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event says about speeds. The model and the replay both are made by this, and so agree. */
final class SpeedFold {
    /** Nothing on wheels is faster; what says so must not spoil a mean, or overflow a sum. */
    static final double MAX_KMH = 100_000;

    static final long HOUR_MILLIS = 3_600_000;

    private SpeedFold() {}

    /** Takes the speeds of an event, one after the other. */
    interface Sink {
        /** @param at to the millisecond */
        void take(Signal signal, String fleet, double speedKmh, Instant at);
    }

    /** Hands on each signal of the event that has a speed. */
    static void speeds(Happened<VehicleEvent> happened, Sink sink) {
        var event = happened.event();
        if (event instanceof SignalsRecorded e) {
            for (var recorded : e.signals()) {
                var signal = recorded.signal();
                if (hasSpeed(signal)) {
                    // Adding zero makes a negative zero positive.
                    sink.take(signal, e.fleet(), signal.speedKmh() + 0.0, Times.kept(signal.at()));
                }
            }
        } else if (!(event instanceof Registered
                || event instanceof Changed
                || event instanceof DuplicatesIgnored
                || event instanceof RegionEntered
                || event instanceof RegionLeft
                || event instanceof CodeRaised
                || event instanceof CodeCleared
                || event instanceof OverspeedStarted
                || event instanceof OverspeedEnded)) {
            throw ViewHandler.unknown(happened);
        }
    }

    private static boolean hasSpeed(Signal signal) {
        return signal.speedKmh() != null && signal.speedKmh() >= 0 && signal.speedKmh() <= MAX_KMH;
    }

    /** The cells in which a signal counts, as far as the outlines go. */
    static List<Cell> cells(Signal signal, String fleet, MapPart outlines) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.ran(fleet, signal.route()));
        cells.addAll(outlines.at(signal.lat(), signal.lon()));
        return cells;
    }

    /** The number of the hour (UTC) since the epoch. */
    static long hourOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), HOUR_MILLIS);
    }

    static Instant startOf(long hour) {
        return Instant.ofEpochMilli(hour * HOUR_MILLIS);
    }
}
