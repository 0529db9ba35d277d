package io.varve.read.entry;

import io.varve.read.Fixture;

class CassandraEntryViewsIT extends EntryViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
