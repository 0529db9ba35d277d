package io.varve.node.vehicle;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.vehicle.VehicleCommand.Define;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleEvent.Changed;
import io.varve.node.vehicle.VehicleEvent.DuplicatesIgnored;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleState.Known;
import io.varve.node.vehicle.VehicleState.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vehicle. Its invariants, at every revision:
 *
 * <ul>
 *   <li>of each moment at most one signal is recorded, the first that came;
 *   <li>which signals are recorded depends neither on their order nor on how they are grouped, as long as none is too
 *       old;
 *   <li>regions, codes and overspeed are those of the newest signal: what is late changes nothing of them.
 * </ul>
 */
final class VehicleDecider
        implements Decider<VehicleCommand, VehicleEvent, VehicleState, VehicleAnswer, VehicleRefusal> {
    /** The fleet of devices that registered themselves. */
    static final String UNASSIGNED = "unassigned";

    @Override
    public VehicleState initial(String entityId) {
        return new Unknown(entityId);
    }

    @Override
    public Decision<VehicleEvent, VehicleRefusal> decide(VehicleState state, VehicleCommand command, CommandMeta meta) {
        return command instanceof Report report ? report(state, report) : define(state, ((Define) command).profile());
    }

    private static Decision<VehicleEvent, VehicleRefusal> define(VehicleState state, VehicleProfile profile) {
        if (state instanceof Known vehicle) {
            return vehicle.profile().equals(profile)
                    ? Decision.accept(List.of())
                    : Decision.accept(new Changed(vehicle.vehicleId(), profile));
        }
        return Decision.accept(new Registered(vehicleId(state), profile, false));
    }

    private static Decision<VehicleEvent, VehicleRefusal> report(VehicleState state, Report report) {
        if (state instanceof Known vehicle) {
            return Decision.accept(record(vehicle, report, List.of()));
        }
        if (!report.mayRegister()) {
            return Decision.refuse(VehicleRefusal.VEHICLE_NOT_FOUND);
        }
        String id = vehicleId(state);
        var registered = new Registered(id, new VehicleProfile(id, UNASSIGNED, null, null, null), true);
        return report.sightings().isEmpty()
                ? Decision.accept(List.of())
                : Decision.accept(record(VehicleEvolution.register(registered), report, List.of(registered)));
    }

    private static List<VehicleEvent> record(Known vehicle, Report report, List<VehicleEvent> before) {
        var events = new ArrayList<>(before);
        var sifted = Sifted.of(vehicle, report.sightings());
        if (!sifted.isEmpty()) {
            events.add(sifted.recorded());
            new Transitions(vehicle, events).follow(sifted.newer());
        } else if (!report.sightings().isEmpty()) {
            events.add(new DuplicatesIgnored(vehicle.vehicleId(), sifted.duplicates(), sifted.tooOld()));
        }
        return events;
    }

    @Override
    public VehicleState evolve(VehicleState state, VehicleEvent event) {
        return VehicleEvolution.evolve(state, event);
    }

    @Override
    public VehicleAnswer answer(VehicleState state) {
        return state instanceof Known vehicle ? vehicle.last() : nothing(state);
    }

    @Override
    public VehicleAnswer unchanged(VehicleState state, VehicleCommand command) {
        return nothing(state);
    }

    private static VehicleAnswer nothing(VehicleState state) {
        return new VehicleAnswer(vehicleId(state), false, 0, 0, 0, 0);
    }

    @Override
    public Optional<byte[]> content(VehicleCommand command) {
        return command instanceof Report report ? Optional.of(ReportContent.of(report)) : Optional.empty();
    }

    private static String vehicleId(VehicleState state) {
        return state instanceof Known vehicle ? vehicle.vehicleId() : ((Unknown) state).vehicleId();
    }

    /** A refused report leaves no trace, or strangers could fill the journal. */
    @Override
    public Optional<VehicleRefusal> refusalOf(VehicleEvent event) {
        return Optional.empty();
    }
}
