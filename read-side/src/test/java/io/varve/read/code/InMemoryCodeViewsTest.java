package io.varve.read.code;

import io.varve.read.Fixture;

class InMemoryCodeViewsTest extends CodeViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
