package io.varve.node.vehicle;

/**
 * A limit and whose it is.
 *
 * @param of {@code vehicle}, {@code route:<id>} or {@code region:<id>}
 */
public record SpeedLimit(double limitKmh, String of) {}
