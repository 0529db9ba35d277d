package io.varve.node.vehicle;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Short words for what a bus reports, for the tests of vehicles. */
final class Sightings {
    static final String ID = "bus-7";
    static final double LAT = 38.9;
    static final double LON = -77.0;
    static final Instant MORNING = Instant.parse("2026-02-16T09:00:00Z");
    static final VehicleProfile PROFILE = new VehicleProfile("Bus 7", "north", null, "bus", null);
    static final Registered REGISTERED = new Registered(ID, PROFILE, false);
    static final SpeedLimit THIRTY = new SpeedLimit(30, "region:downtown");

    private Sightings() {}

    static DeciderSpec<VehicleCommand, VehicleEvent, VehicleState, VehicleAnswer, VehicleRefusal> given(
            VehicleEvent... events) {
        return DeciderSpec.given(new VehicleDecider(), ID, List.of(events));
    }

    static Instant at(double second) {
        return MORNING.plusMillis(Math.round(1_000 * second));
    }

    static Signal signal(double second) {
        return new Signal(at(second), LAT, LON, null, null, null, null, null, null, Map.of());
    }

    static Signal codes(double second, String... codes) {
        return new Signal(at(second), LAT, LON, null, null, null, null, null, List.of(codes), Map.of());
    }

    static Signal speed(double second, double speedKmh) {
        return new Signal(at(second), LAT, LON, speedKmh, null, null, null, null, null, Map.of());
    }

    static Sighting seen(double second, String... regions) {
        return new Sighting(signal(second), List.of(regions), null);
    }

    static Sighting seen(Signal signal) {
        return new Sighting(signal, List.of(), null);
    }

    static Sighting limited(Signal signal, SpeedLimit limit) {
        return new Sighting(signal, List.of(), limit);
    }

    static Report report(Sighting... sightings) {
        return new Report(List.of(sightings), true);
    }

    static RecordedSignal kept(Sighting sighting) {
        return new RecordedSignal(sighting.signal(), sighting.regions());
    }

    /** A report of which everything was new and newer than all before. */
    static SignalsRecorded recorded(Sighting... sightings) {
        return new SignalsRecorded(
                ID,
                PROFILE.fleet(),
                Arrays.stream(sightings).map(Sightings::kept).toList(),
                0,
                0,
                0,
                true);
    }
}
