package io.varve.read.live;

import io.varve.read.vehicle.SignalView;

/**
 * A signal that has just become known.
 *
 * @param position where in the stream it is; whoever has had it goes on after it, on any node. Letters, digits,
 *     {@code -}, {@code _} and {@code .} only; some hundred of them
 * @param label what people call the vehicle
 * @param signal the signal; {@link SignalView#fleet()} is the vehicle's fleet
 * @param late whether it is older than a signal that came before
 */
public record LiveSignal(String position, String vehicleId, String label, SignalView signal, boolean late) {}
