package io.varve.node.vehicle;

import io.varve.node.vehicle.Situation.Overspeed;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RegionEntered;
import io.varve.node.vehicle.VehicleEvent.RegionLeft;
import io.varve.node.vehicle.VehicleState.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a vehicle's newest signals change: regions entered and left, codes raised and cleared, overspeed. */
final class Transitions {
    private final String vehicleId;
    private final VehicleProfile profile;
    private final List<VehicleEvent> events;
    private final SortedMap<String, Instant> inside;
    private final SortedMap<String, Instant> codes;
    private Overspeed overspeed;

    /** @param events where to add what is found */
    Transitions(Known vehicle, List<VehicleEvent> events) {
        vehicleId = vehicle.vehicleId();
        profile = vehicle.profile();
        this.events = events;
        inside = new TreeMap<>(vehicle.situation().inside());
        codes = new TreeMap<>(vehicle.situation().codes());
        overspeed = vehicle.situation().overspeed();
    }

    /** @param sightings newer than all before, by time */
    void follow(List<Sighting> sightings) {
        for (var sighting : sightings) {
            regions(sighting);
            codes(sighting);
            speed(sighting);
        }
    }

    private void regions(Sighting sighting) {
        var signal = sighting.signal();
        var regions = sighting.regions();
        if (!inside.isEmpty()) {
            inside.entrySet().removeIf(left -> {
                if (regions.contains(left.getKey())) {
                    return false;
                }
                events.add(new RegionLeft(
                        vehicleId,
                        left.getKey(),
                        signal.at(),
                        signal.lat(),
                        signal.lon(),
                        left.getValue(),
                        Duration.between(left.getValue(), signal.at()).toMillis() / 1_000.0));
                return true;
            });
        }
        for (String region : regions) {
            if (inside.putIfAbsent(region, signal.at()) == null) {
                events.add(new RegionEntered(vehicleId, region, signal.at(), signal.lat(), signal.lon()));
            }
        }
    }

    private void codes(Sighting sighting) {
        var signal = sighting.signal();
        var active = signal.codes();
        if (active == null) {
            return;
        }
        String route = signal.route() == null ? profile.route() : signal.route();
        codes.entrySet().removeIf(cleared -> {
            if (active.contains(cleared.getKey())) {
                return false;
            }
            events.add(new CodeCleared(
                    vehicleId,
                    cleared.getKey(),
                    signal.at(),
                    signal.lat(),
                    signal.lon(),
                    profile.fleet(),
                    route,
                    sighting.regions(),
                    cleared.getValue()));
            return true;
        });
        for (String code : active) {
            if (codes.putIfAbsent(code, signal.at()) == null) {
                events.add(new CodeRaised(
                        vehicleId,
                        code,
                        signal.at(),
                        signal.lat(),
                        signal.lon(),
                        profile.fleet(),
                        route,
                        sighting.regions()));
            }
        }
    }

    private void speed(Sighting sighting) {
        var signal = sighting.signal();
        if (signal.speedKmh() == null) {
            return;
        }
        double speedKmh = signal.speedKmh();
        var limit = limitInForce(sighting);
        boolean tooFast = limit != null && speedKmh > limit.limitKmh();
        if (overspeed == null && tooFast) {
            overspeed = new Overspeed(signal.at(), speedKmh, limit);
            events.add(new OverspeedStarted(vehicleId, signal.at(), signal.lat(), signal.lon(), speedKmh, limit));
        } else if (overspeed != null && tooFast) {
            overspeed = overspeed.reaching(speedKmh);
        } else if (overspeed != null) {
            events.add(new OverspeedEnded(
                    vehicleId,
                    signal.at(),
                    signal.lat(),
                    signal.lon(),
                    overspeed.startedAt(),
                    overspeed.maxSpeedKmh(),
                    overspeed.limit()));
            overspeed = null;
        }
    }

    private SpeedLimit limitInForce(Sighting sighting) {
        var limit = sighting.limit();
        Double own = profile.speedLimitKmh();
        return own != null && (limit == null || own < limit.limitKmh()) ? new SpeedLimit(own, "vehicle") : limit;
    }
}
