package io.varve.read.vehicle;

import io.varve.read.Fixture;

class CassandraVehicleEventViewsIT extends VehicleEventViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
