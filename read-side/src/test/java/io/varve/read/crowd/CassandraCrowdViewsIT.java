package io.varve.read.crowd;

import io.varve.read.Fixture;

class CassandraCrowdViewsIT extends CrowdViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
