package io.varve.read.vehicle;

import java.time.Instant;

/**
 * A vehicle that is inside a region.
 *
 * @param enteredAt the time of the signal that entered
 */
public record InsideView(String vehicleId, Instant enteredAt) {}
