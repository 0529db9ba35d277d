package io.varve.read.region;

import io.varve.read.Fixture;

class InMemoryRegionViewsTest extends RegionViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
