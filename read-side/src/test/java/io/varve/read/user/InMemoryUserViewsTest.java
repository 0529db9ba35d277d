package io.varve.read.user;

import io.varve.read.Fixture;

class InMemoryUserViewsTest extends UserViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
