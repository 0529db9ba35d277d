package io.varve.read.vehicle;

import io.varve.read.Fixture;

class InMemoryVehicleViewsTest extends VehicleViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
