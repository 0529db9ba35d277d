package io.varve.read.vehicle;

import io.varve.read.Fixture;

class InMemoryVehicleEventViewsTest extends VehicleEventViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
