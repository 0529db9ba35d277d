package io.varve.read.route;

import io.varve.read.Fixture;

class InMemoryRouteViewsTest extends RouteViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
