package io.varve.node.vehicle;

/**
 * What became of the last command.
 *
 * @param registered true when it made the vehicle known
 * @param accepted signals recorded
 * @param duplicates signals that were known already
 * @param late those of the accepted that are older than a signal that came before
 * @param tooOld signals from before the days that the vehicle remembers; not recorded
 */
public record VehicleAnswer(String vehicleId, boolean registered, int accepted, int duplicates, int late, int tooOld) {}
