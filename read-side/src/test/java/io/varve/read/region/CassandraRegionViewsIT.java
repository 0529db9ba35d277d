package io.varve.read.region;

import io.varve.read.Fixture;

class CassandraRegionViewsIT extends RegionViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
