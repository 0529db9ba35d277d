package io.varve.read.track;

import io.varve.read.Fixture;

class CassandraTrackViewsIT extends TrackViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }

    @Override
    boolean expires() {
        return true;
    }
}
