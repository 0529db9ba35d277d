package io.varve.node.vehicle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * What has happened to a vehicle. {@code at} is always the time of the signal from which it was seen; when it arrived
 * is recorded beside the event.
 *
 * <p>Only signals newer than all before them make a vehicle enter or leave, raise or clear, speed or slow down: a late
 * signal is recorded and counted, and takes nothing back.
 *
 * <p>The names below are what the journal holds and never change; each has an approved JSON file under the
 * test resources.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VehicleEvent.Registered.class, name = "vehicle-registered"),
    @JsonSubTypes.Type(value = VehicleEvent.Changed.class, name = "vehicle-changed"),
    @JsonSubTypes.Type(value = VehicleEvent.SignalsRecorded.class, name = "vehicle-signals-recorded"),
    @JsonSubTypes.Type(value = VehicleEvent.DuplicatesIgnored.class, name = "vehicle-duplicates-ignored"),
    @JsonSubTypes.Type(value = VehicleEvent.RegionEntered.class, name = "vehicle-region-entered"),
    @JsonSubTypes.Type(value = VehicleEvent.RegionLeft.class, name = "vehicle-region-left"),
    @JsonSubTypes.Type(value = VehicleEvent.CodeRaised.class, name = "vehicle-code-raised"),
    @JsonSubTypes.Type(value = VehicleEvent.CodeCleared.class, name = "vehicle-code-cleared"),
    @JsonSubTypes.Type(value = VehicleEvent.OverspeedStarted.class, name = "vehicle-overspeed-started"),
    @JsonSubTypes.Type(value = VehicleEvent.OverspeedEnded.class, name = "vehicle-overspeed-ended")
})
public sealed interface VehicleEvent {
    /** @param byItself true when an unknown device's first signals registered it */
    record Registered(String vehicleId, VehicleProfile profile, boolean byItself) implements VehicleEvent {}

    record Changed(String vehicleId, VehicleProfile profile) implements VehicleEvent {}

    /**
     * Signals that were not known before, of one report, in the order of their times.
     *
     * @param fleet the vehicle's fleet then
     * @param signals each with the route that counts: its own, or else the vehicle's
     * @param duplicates how many more signals the report held that were known already
     * @param tooOld how many more lay before the days that the vehicle remembers
     * @param late how many of these are older than a signal that came before the report
     * @param newest whether the last of these is the newest signal of the vehicle
     */
    record SignalsRecorded(
            String vehicleId,
            String fleet,
            List<RecordedSignal> signals,
            int duplicates,
            int tooOld,
            int late,
            boolean newest)
            implements VehicleEvent {
        public SignalsRecorded {
            signals = List.copyOf(signals);
        }
    }

    /** @param regions the ids of the regions that contained its point when it arrived */
    record RecordedSignal(Signal signal, List<String> regions) {
        public RecordedSignal {
            regions = List.copyOf(regions);
        }
    }

    /** A report of which nothing was new; kept so that its answer can be given again. */
    record DuplicatesIgnored(String vehicleId, int duplicates, int tooOld) implements VehicleEvent {}

    record RegionEntered(String vehicleId, String regionId, Instant at, double lat, double lon)
            implements VehicleEvent {}

    /** @param dwellSeconds from the signal that entered to the first one outside */
    record RegionLeft(
            String vehicleId,
            String regionId,
            Instant at,
            double lat,
            double lon,
            Instant enteredAt,
            double dwellSeconds)
            implements VehicleEvent {}

    /** @param route the route served then, or null */
    record CodeRaised(
            String vehicleId,
            String code,
            Instant at,
            double lat,
            double lon,
            String fleet,
            String route,
            List<String> regions)
            implements VehicleEvent {}

    /** @param route the route served then, or null */
    record CodeCleared(
            String vehicleId,
            String code,
            Instant at,
            double lat,
            double lon,
            String fleet,
            String route,
            List<String> regions,
            Instant raisedAt)
            implements VehicleEvent {}

    /** @param limit the limit in force: the strictest of the vehicle's, the route's and the regions' */
    record OverspeedStarted(String vehicleId, Instant at, double lat, double lon, double speedKmh, SpeedLimit limit)
            implements VehicleEvent {}

    /**
     * @param limit the limit that was in force when it started
     * @param maxSpeedKmh the highest speed meanwhile
     */
    record OverspeedEnded(
            String vehicleId,
            Instant at,
            double lat,
            double lon,
            Instant startedAt,
            double maxSpeedKmh,
            SpeedLimit limit)
            implements VehicleEvent {}
}
