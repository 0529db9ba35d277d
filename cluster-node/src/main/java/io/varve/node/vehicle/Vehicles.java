package io.varve.node.vehicle;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The door to the vehicles of the cluster. */
public final class Vehicles {
    private final EntityKind<VehicleCommand, VehicleEvent, ?, VehicleAnswer, VehicleRefusal> kind =
            VehicleKind.create();
    private final Entities entities;

    public Vehicles(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a vehicle and waits, bounded, for its outcome. A command that changes nothing is accepted at
     * the revision that stands.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the vehicle must have, or null
     */
    public CompletionStage<Outcome<VehicleAnswer, VehicleRefusal>> submit(
            String vehicleId, String commandId, String by, Long expectedRevision, VehicleCommand command) {
        return entities.ask(kind, vehicleId, commandId, by, expectedRevision, command);
    }

    /**
     * The same for one of thousands of commands that come together.
     *
     * @param timeout how long to wait for the outcome
     */
    public CompletionStage<Outcome<VehicleAnswer, VehicleRefusal>> submit(
            String vehicleId, String commandId, String by, VehicleCommand command, Duration timeout) {
        return entities.ask(kind, vehicleId, commandId, by, null, command, timeout);
    }
}
