package io.varve.read.notification;

import io.varve.read.Fixture;

class InMemoryNotificationViewsTest extends NotificationViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.inMemory();
    }
}
