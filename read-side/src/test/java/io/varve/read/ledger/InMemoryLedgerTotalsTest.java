package io.varve.read.ledger;

import io.varve.read.Fixture;

class InMemoryLedgerTotalsTest extends LedgerTotalsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
