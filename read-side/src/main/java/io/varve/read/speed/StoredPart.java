package io.varve.read.speed;

/**
 * A row of the table of parts.
 *
 * @param firstRevision the vehicle's first event that counts in it
 * @param lastRevision the vehicle's last event that counts in it
 */
record StoredPart(String vehicleId, Cell cell, SpeedStats stats, long firstRevision, long lastRevision) {}
