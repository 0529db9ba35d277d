package io.varve.read.timeline;

import io.varve.read.Fixture;
import io.varve.read.table.InMemoryRows;

class InMemoryTimelinesTest extends TimelinesContract {
    private final Fixture fixture = Fixture.inMemory();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Override
    FeedScene scene(int upTo) {
        return new FeedScene(
                fixture.views(), fixture.rows(), new InMemoryFeedSources((InMemoryRows) fixture.rows()), upTo);
    }
}
