package io.varve.read.code;

import java.time.Instant;
import java.util.Optional;

/**
 * Which reports of error codes are wanted.
 *
 * @param from the first time
 * @param to the end, excluded
 * @param region only from inside this region, as it was drawn when the signal arrived
 * @param route only from this route
 * @param fleet only from vehicles that were of this fleet
 */
public record CodeQuery(
        Instant from, Instant to, Optional<String> region, Optional<String> route, Optional<String> fleet) {}
