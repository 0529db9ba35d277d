package io.varve.read.track;

import io.varve.read.Fixture;

class InMemoryTrackViewsTest extends TrackViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }

    @Override
    boolean expires() {
        return false;
    }
}
