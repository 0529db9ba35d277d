package io.varve.node.vehicle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** The life stages of a vehicle. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VehicleState.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = VehicleState.Known.class, name = "known")
})
sealed interface VehicleState {
    record Unknown(String vehicleId) implements VehicleState {}

    /**
     * @param byItself whether its first signals registered it
     * @param newestAt the time of its newest signal, null while it has none
     * @param situation how things stood then
     * @param seen the times of its signals
     * @param last what became of the last command
     */
    record Known(
            String vehicleId,
            VehicleProfile profile,
            boolean byItself,
            Instant newestAt,
            Situation situation,
            SeenTimes seen,
            VehicleAnswer last)
            implements VehicleState {

        /** Whether a signal of that time is newer than all so far. */
        boolean newer(Instant at) {
            return newestAt == null || at.isAfter(newestAt);
        }

        Known with(VehicleProfile newProfile, VehicleAnswer answer) {
            return new Known(vehicleId, newProfile, byItself, newestAt, situation, seen, answer);
        }

        Known with(Situation newSituation) {
            return new Known(vehicleId, profile, byItself, newestAt, newSituation, seen, last);
        }
    }
}
