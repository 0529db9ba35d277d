package io.varve.read.vehicle;

import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleProfile;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a vehicle, other than that it sent signals.
 *
 * @param revision the number of the vehicle's event
 * @param at the time of the signal from which it was seen; of a registration or change, when it was recorded
 * @param type {@code registered}, {@code changed}, {@code region-entered}, {@code region-left}, {@code code-raised},
 *     {@code code-cleared}, {@code overspeed-started} or {@code overspeed-ended}
 * @param details what belongs to the type
 */
public record VehicleEventView(long revision, Instant at, String type, Details details) {
    /**
     * What belongs to an event; what does not is empty.
     *
     * @param place where the vehicle was; of all but registrations and changes
     * @param profile of registrations and changes
     * @param byItself of registrations: whether an unknown device's first signals did it
     * @param regionId the region that was entered or left
     * @param code the code that was raised or cleared
     * @param since of what has ended: when it had begun (entered, raised, started)
     * @param dwellSeconds how long the vehicle was in the region that it left
     * @param speedKmh the speed with which the overspeed started, or the highest meanwhile
     * @param limit the limit that was in force when the overspeed started
     */
    public record Details(
            Optional<Place> place,
            Optional<VehicleProfile> profile,
            Optional<Boolean> byItself,
            Optional<String> regionId,
            Optional<String> code,
            Optional<Instant> since,
            Optional<Double> dwellSeconds,
            Optional<Double> speedKmh,
            Optional<SpeedLimit> limit) {}

    /** Latitude and longitude in degrees, WGS 84. */
    public record Place(double lat, double lon) {}
}
