package io.varve.node.vehicle;

import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleEvent.RegionEntered;
import io.varve.node.vehicle.VehicleEvent.RegionLeft;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How things stand at a vehicle's newest signal.
 *
 * @param inside the regions that it is in, and since when
 * @param codes the error codes that are active, and since when
 * @param overspeed what it does too fast since when, or null
 * @param peaks of the newest signals that came together: those that are faster than all after them, by time
 */
record Situation(
        SortedMap<String, Instant> inside, SortedMap<String, Instant> codes, Overspeed overspeed, List<Peak> peaks) {
    static final Situation NEW =
            new Situation(Collections.emptySortedMap(), Collections.emptySortedMap(), null, List.of());

    /** @param limit the limit that was in force when it started */
    record Overspeed(Instant startedAt, double maxSpeedKmh, SpeedLimit limit) {
        Overspeed reaching(double speedKmh) {
            return speedKmh > maxSpeedKmh ? new Overspeed(startedAt, speedKmh, limit) : this;
        }
    }

    record Peak(Instant at, double speedKmh) {}

    /** @param newer signals newer than all before, by time */
    Situation after(List<RecordedSignal> newer) {
        var slopes = peaks(newer);
        var faster = overspeed == null || slopes.isEmpty()
                ? overspeed
                : overspeed.reaching(slopes.get(0).speedKmh());
        return new Situation(inside, codes, faster, slopes);
    }

    private static List<Peak> peaks(List<RecordedSignal> signals) {
        var found = new ArrayDeque<Peak>();
        for (int i = signals.size() - 1; i >= 0; i--) {
            var signal = signals.get(i).signal();
            if (signal.speedKmh() != null
                    && (found.isEmpty() || signal.speedKmh() > found.getFirst().speedKmh())) {
                found.addFirst(new Peak(signal.at(), signal.speedKmh()));
            }
        }
        return List.copyOf(found);
    }

    Situation after(RegionEntered e) {
        return new Situation(with(inside, e.regionId(), e.at()), codes, overspeed, peaks);
    }

    Situation after(RegionLeft e) {
        return new Situation(without(inside, e.regionId()), codes, overspeed, peaks);
    }

    Situation after(CodeRaised e) {
        return new Situation(inside, with(codes, e.code(), e.at()), overspeed, peaks);
    }

    Situation after(CodeCleared e) {
        return new Situation(inside, without(codes, e.code()), overspeed, peaks);
    }

    /** The signals that came together with the one that was too fast may be faster still. */
    Situation after(OverspeedStarted e) {
        var started = new Overspeed(e.at(), e.speedKmh(), e.limit());
        var fastest = peaks.stream().filter(peak -> !peak.at().isBefore(e.at())).findFirst();
        return new Situation(
                inside,
                codes,
                fastest.map(peak -> started.reaching(peak.speedKmh())).orElse(started),
                peaks);
    }

    Situation after(OverspeedEnded e) {
        return new Situation(inside, codes, null, peaks);
    }

    private static SortedMap<String, Instant> with(SortedMap<String, Instant> map, String key, Instant at) {
        var changed = new TreeMap<>(map);
        changed.put(key, at);
        return Collections.unmodifiableSortedMap(changed);
    }

    private static SortedMap<String, Instant> without(SortedMap<String, Instant> map, String key) {
        var changed = new TreeMap<>(map);
        changed.remove(key);
        return Collections.unmodifiableSortedMap(changed);
    }
}
