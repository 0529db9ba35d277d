package io.varve.read.ledger;

import io.varve.read.Fixture;

class CassandraLedgerTotalsIT extends LedgerTotalsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
