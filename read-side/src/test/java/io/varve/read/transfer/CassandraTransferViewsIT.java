package io.varve.read.transfer;

import io.varve.read.Fixture;

class CassandraTransferViewsIT extends TransferViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
