package io.varve.read.notification;

import io.varve.read.Fixture;

class CassandraNotificationViewsIT extends NotificationViewsContract {
    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }
}
