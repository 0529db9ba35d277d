package io.varve.node.vehicle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a vehicle can be asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VehicleCommand.Define.class, name = "define"),
    @JsonSubTypes.Type(value = VehicleCommand.Report.class, name = "report")
})
public sealed interface VehicleCommand {
    /** Makes the vehicle known, or gives it other particulars; the same ones again change nothing. */
    record Define(VehicleProfile profile) implements VehicleCommand {}

    /**
     * Signals, in any order; one write, or none when all are known already.
     *
     * @param mayRegister whether a vehicle that is not known registers itself with these signals, or is refused
     */
    record Report(List<Sighting> sightings, boolean mayRegister) implements VehicleCommand {}

    /**
     * A signal, and what the map says about its point when it arrives: time, place and rules come with the command.
     *
     * @param regions the ids of the regions that contain the point
     * @param limit the strictest limit of the signal's route and of those regions, or null when they have none
     */
    record Sighting(Signal signal, List<String> regions, SpeedLimit limit) {
        public Sighting {
            regions = List.copyOf(regions);
        }
    }
}
