package io.varve.read.account;

import io.varve.read.Fixture;

class InMemoryAccountViewsTest extends AccountViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
