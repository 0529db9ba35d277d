package io.varve.http.vehicle;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.entity.Outcome;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleAnswer;
import io.varve.node.vehicle.VehicleCommand;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleRefusal;
import io.varve.node.vehicle.Vehicles;
import io.varve.read.region.RegionMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Sends commands to vehicles and makes answers, or problems, of their outcomes. */
public final class VehicleReports {
    private final Vehicles vehicles;
    private final Supplier<RegionMap> map;
    private final boolean selfRegistration;

    /**
     * @param map the newest map
     * @param selfRegistration whether a vehicle that is not known registers itself with its first signals, or is refused
     */
    public VehicleReports(Vehicles vehicles, Supplier<RegionMap> map, boolean selfRegistration) {
        this.vehicles = vehicles;
        this.map = map;
        this.selfRegistration = selfRegistration;
    }

    /** @param repeated true when the command had taken effect before */
    public record Done(VehicleAnswer answer, long revision, boolean repeated) {}

    /** Signals of one vehicle, in any order: they become one write. */
    public CompletionStage<Done> report(String vehicleId, String commandId, String by, List<Signal> signals) {
        return submit(vehicleId, commandId, by, null, seen(signals));
    }

    /**
     * The same for one of many reports that come together.
     *
     * @param timeout how long to wait for the outcome
     */
    CompletionStage<Done> report(String vehicleId, String by, List<Signal> signals, Duration timeout) {
        return vehicles.submit(vehicleId, Requests.newCommandId(), by, seen(signals), timeout)
                .thenApply(VehicleReports::done);
    }

    private VehicleCommand.Report seen(List<Signal> signals) {
        var seenOn = map.get();
        var sightings = new ArrayList<Sighting>(signals.size());
        for (var signal : signals) {
            sightings.add(sighted(signal, seenOn));
        }
        return new VehicleCommand.Report(sightings, selfRegistration);
    }

    private static Sighting sighted(Signal signal, RegionMap map) {
        var regions = map.containing(signal.lat(), signal.lon());
        return new Sighting(signal, regions, map.limitAt(regions, signal.route()));
    }

    /** @param expectedRevision the revision that the vehicle must have, or null */
    CompletionStage<Done> submit(
            String vehicleId, String commandId, String by, Long expectedRevision, VehicleCommand command) {
        return vehicles.submit(vehicleId, commandId, by, expectedRevision, command)
                .thenApply(VehicleReports::done);
    }

    private static Done done(Outcome<VehicleAnswer, VehicleRefusal> outcome) {
        if (outcome instanceof Outcome.Accepted<VehicleAnswer, VehicleRefusal> accepted) {
            return new Done(accepted.answer(), accepted.revision(), accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<VehicleAnswer, VehicleRefusal> refused) {
            throw problem(refused.reason());
        }
        var failed = (Outcome.Failed<VehicleAnswer, VehicleRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private static ProblemException problem(VehicleRefusal reason) {
        return switch (reason) {
            case VEHICLE_NOT_FOUND -> new ProblemException(ProblemType.VEHICLE_NOT_FOUND, "There is no such vehicle");
        };
    }
}
