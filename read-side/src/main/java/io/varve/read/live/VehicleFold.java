package io.varve.read.live;

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
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an event makes of a vehicle in memory: the same as the handlers of its events make of its rows. */
final class VehicleFold {
    private VehicleFold() {}

    static VehicleView registered(Happened<VehicleEvent> happened, Registered event) {
        return new VehicleView(
                happened.entityId(),
                event.profile(),
                Optional.empty(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                false,
                happened.revision(),
                happened.at());
    }

    /** @param happened the event that follows the vehicle's revision */
    static VehicleView after(VehicleView v, Happened<VehicleEvent> happened) {
        var event = happened.event();
        if (event instanceof SignalsRecorded e) {
            return signals(v, happened, e);
        } else if (event instanceof Changed e) {
            return next(v, happened, e.profile(), v.newest(), v.regions(), v.codes(), v.overspeed());
        } else if (event instanceof RegionEntered e) {
            return regions(v, happened, with(v.regions(), e.regionId(), e.at()));
        } else if (event instanceof RegionLeft e) {
            return regions(v, happened, without(v.regions(), e.regionId()));
        } else if (event instanceof CodeRaised e) {
            return codes(v, happened, with(v.codes(), e.code(), e.at()));
        } else if (event instanceof CodeCleared e) {
            return codes(v, happened, without(v.codes(), e.code()));
        } else if (event instanceof OverspeedStarted || event instanceof OverspeedEnded) {
            boolean overspeed = event instanceof OverspeedStarted;
            return next(v, happened, v.profile(), v.newest(), v.regions(), v.codes(), overspeed);
        } else if (event instanceof DuplicatesIgnored || event instanceof Registered) {
            return next(v, happened, v.profile(), v.newest(), v.regions(), v.codes(), v.overspeed());
        }
        throw ViewHandler.unknown(happened);
    }

    private static VehicleView signals(VehicleView v, Happened<VehicleEvent> happened, SignalsRecorded e) {
        if (!e.newest()) {
            return next(v, happened, v.profile(), v.newest(), v.regions(), v.codes(), v.overspeed());
        }
        var last = e.signals().get(e.signals().size() - 1);
        var newest = new SignalView(last.signal(), last.regions(), e.fleet(), happened.at());
        return next(v, happened, v.profile(), Optional.of(newest), v.regions(), v.codes(), v.overspeed());
    }

    private static VehicleView regions(VehicleView v, Happened<?> happened, SortedMap<String, Instant> regions) {
        return next(v, happened, v.profile(), v.newest(), regions, v.codes(), v.overspeed());
    }

    private static VehicleView codes(VehicleView v, Happened<?> happened, SortedMap<String, Instant> codes) {
        return next(v, happened, v.profile(), v.newest(), v.regions(), codes, v.overspeed());
    }

    private static VehicleView next(
            VehicleView v,
            Happened<?> happened,
            VehicleProfile profile,
            Optional<SignalView> newest,
            SortedMap<String, Instant> regions,
            SortedMap<String, Instant> codes,
            boolean overspeed) {
        return new VehicleView(
                v.vehicleId(), profile, newest, regions, codes, overspeed, happened.revision(), happened.at());
    }

    private static SortedMap<String, Instant> with(SortedMap<String, Instant> times, String key, Instant at) {
        var changed = new TreeMap<>(times);
        changed.put(key, Times.calendar(at));
        return changed;
    }

    private static SortedMap<String, Instant> without(SortedMap<String, Instant> times, String key) {
        var changed = new TreeMap<>(times);
        changed.remove(key);
        return changed;
    }
}
