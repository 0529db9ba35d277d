package io.varve.read.post;

import io.varve.read.Fixture;

class CassandraPostViewsIT extends PostViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
