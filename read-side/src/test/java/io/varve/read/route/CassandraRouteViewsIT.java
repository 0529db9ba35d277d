package io.varve.read.route;

import io.varve.read.Fixture;

class CassandraRouteViewsIT extends RouteViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
