package io.varve.read.code;

import io.varve.read.Fixture;

class CassandraCodeViewsIT extends CodeViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
