package io.varve.node.vehicle;

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
import io.varve.node.vehicle.VehicleState.Known;
import java.time.Instant;
import java.util.List;

/** The evolve table of {@link VehicleDecider}. */
final class VehicleEvolution {
    private VehicleEvolution() {}

    static VehicleState evolve(VehicleState state, VehicleEvent event) {
        if (event instanceof Registered e) {
            return register(e);
        }
        var vehicle = (Known) state;
        if (event instanceof SignalsRecorded e) {
            return recorded(vehicle, e);
        } else if (event instanceof DuplicatesIgnored e) {
            return vehicle.with(
                    vehicle.profile(), new VehicleAnswer(e.vehicleId(), false, 0, e.duplicates(), 0, e.tooOld()));
        } else if (event instanceof Changed e) {
            return vehicle.with(e.profile(), new VehicleAnswer(e.vehicleId(), false, 0, 0, 0, 0));
        } else if (event instanceof RegionEntered e) {
            return vehicle.with(vehicle.situation().after(e));
        } else if (event instanceof RegionLeft e) {
            return vehicle.with(vehicle.situation().after(e));
        } else if (event instanceof CodeRaised e) {
            return vehicle.with(vehicle.situation().after(e));
        } else if (event instanceof CodeCleared e) {
            return vehicle.with(vehicle.situation().after(e));
        } else if (event instanceof OverspeedStarted e) {
            return vehicle.with(vehicle.situation().after(e));
        } else if (event instanceof OverspeedEnded e) {
            return vehicle.with(vehicle.situation().after(e));
        }
        throw new IllegalStateException("unknown event " + event);
    }

    static Known register(Registered e) {
        return new Known(
                e.vehicleId(),
                e.profile(),
                e.byItself(),
                null,
                Situation.NEW,
                SeenTimes.NONE,
                new VehicleAnswer(e.vehicleId(), true, 0, 0, 0, 0));
    }

    private static Known recorded(Known vehicle, SignalsRecorded e) {
        var signals = e.signals();
        var at = signals.stream()
                .mapToLong(recorded -> recorded.signal().at().toEpochMilli())
                .toArray();
        var answer = new VehicleAnswer(
                e.vehicleId(),
                // A vehicle registers itself with its first signals, in one write.
                vehicle.byItself() && vehicle.newestAt() == null,
                signals.size(),
                e.duplicates(),
                e.late(),
                e.tooOld(),
                told(e));
        return new Known(
                vehicle.vehicleId(),
                vehicle.profile(),
                vehicle.byItself(),
                e.newest() ? signals.get(signals.size() - 1).signal().at() : vehicle.newestAt(),
                e.newest() ? vehicle.situation().after(signals.subList(e.late(), signals.size())) : vehicle.situation(),
                vehicle.seen().with(at),
                answer);
    }

    /** Which signals were new, where the numbers do not say so. */
    private static List<Instant> told(SignalsRecorded e) {
        int all = e.signals().size() + e.duplicates() + e.tooOld();
        return e.duplicates() == 0 || all > VehicleAnswer.MAX_TOLD
                ? null
                : e.signals().stream().map(recorded -> recorded.signal().at()).toList();
    }
}
