package io.varve.read.account;

import io.varve.read.Fixture;

class CassandraAccountViewsIT extends AccountViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
