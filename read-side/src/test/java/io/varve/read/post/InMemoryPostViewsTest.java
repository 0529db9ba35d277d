package io.varve.read.post;

import io.varve.read.Fixture;

class InMemoryPostViewsTest extends PostViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
