package io.varve.read.vehicle;

import io.varve.read.Fixture;

class CassandraVehicleViewsIT extends VehicleViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
