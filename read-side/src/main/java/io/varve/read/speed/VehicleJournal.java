package io.varve.read.speed;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.table.Happened;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The journal of vehicles. */
public interface VehicleJournal {
    /**
     * Hands on the events of a vehicle in their order, one at a time.
     *
     * @param from the first revision
     * @param to the last revision, included; where there is no such event yet, what there is
     */
    CompletionStage<Void> forEach(String vehicleId, long from, long to, Consumer<Happened<VehicleEvent>> each);
}
