package io.varve.read.code;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an error code of one vehicle.
 *
 * @param raised how often the vehicle began to report it
 * @param cleared how often it ceased to
 * @param signals how many signals reported it
 * @param firstAt the first time at which it was reported, raised or cleared
 * @param lastAt the last such time
 * @param activeSince when it was raised, if it is active
 */
public record VehicleCode(
        String code,
        long raised,
        long cleared,
        long signals,
        Instant firstAt,
        Instant lastAt,
        Optional<Instant> activeSince) {}
