package io.varve.read.transfer;

import io.varve.read.Fixture;

class InMemoryTransferViewsTest extends TransferViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
