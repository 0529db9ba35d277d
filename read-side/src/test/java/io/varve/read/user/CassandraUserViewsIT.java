package io.varve.read.user;

import io.varve.read.Fixture;

class CassandraUserViewsIT extends UserViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
