package io.varve.read.crowd;

import io.varve.read.Fixture;

class InMemoryCrowdViewsTest extends CrowdViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
