package io.varve.node.vehicle;

import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.node.vehicle.VehicleState.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report, sifted: by time, and without what is known already or too old to tell.
 *
 * @param fresh what is new, by time
 */
record Sifted(Known vehicle, List<Sighting> fresh, int duplicates, int tooOld, int late) {
    private static final Comparator<Sighting> BY_TIME =
            Comparator.comparing(sighting -> sighting.signal().at());

    static Sifted of(Known vehicle, List<Sighting> sightings) {
        // Stable: of two of the same time, the one that came first stays.
        var byTime = new ArrayList<>(sightings);
        byTime.sort(BY_TIME);
        var seen = vehicle.seen();
        var fresh = new ArrayList<Sighting>(byTime.size());
        int duplicates = 0;
        int tooOld = 0;
        int late = 0;
        long before = Long.MIN_VALUE;
        for (var sighting : byTime) {
            long at = sighting.signal().at().toEpochMilli();
            if (seen.tooOld(at)) {
                tooOld++;
            } else if (at == before || seen.contains(at)) {
                duplicates++;
            } else {
                fresh.add(sighting);
                late += vehicle.newer(sighting.signal().at()) ? 0 : 1;
            }
            before = at;
        }
        return new Sifted(vehicle, fresh, duplicates, tooOld, late);
    }

    boolean isEmpty() {
        return fresh.isEmpty();
    }

    /** What is newer than all signals before the report, by time. */
    List<Sighting> newer() {
        return fresh.subList(late, fresh.size());
    }

    SignalsRecorded recorded() {
        var profile = vehicle.profile();
        var signals = new ArrayList<RecordedSignal>(fresh.size());
        for (var sighting : fresh) {
            var signal = sighting.signal();
            boolean silent = signal.route() == null && profile.route() != null;
            signals.add(new RecordedSignal(silent ? signal.on(profile.route()) : signal, sighting.regions()));
        }
        return new SignalsRecorded(
                vehicle.vehicleId(), profile.fleet(), signals, duplicates, tooOld, late, late < fresh.size());
    }
}
