package io.varve.read.speed;

import java.time.Instant;
import java.util.List;

/**
 * A speed that counts.
 *
 * @param event the same object for all speeds of an event
 * @param at to the millisecond
 */
record Counted(Object event, long revision, String vehicleId, List<Cell> cells, double speedKmh, Instant at) {}
