package io.varve.node.vehicle;

/** Why a vehicle refuses a command. */
public enum VehicleRefusal {
    VEHICLE_NOT_FOUND
}
