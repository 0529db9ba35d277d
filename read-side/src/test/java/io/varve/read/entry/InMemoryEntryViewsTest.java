package io.varve.read.entry;

import io.varve.read.Fixture;

class InMemoryEntryViewsTest extends EntryViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
