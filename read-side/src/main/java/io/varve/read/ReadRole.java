package io.varve.read;

import io.varve.node.Node;
import io.varve.node.Role;
import io.varve.read.feed.JournalEventFeed;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.ProjectionSettings;
import io.varve.read.projection.TransferProjection;
import io.varve.read.table.CassandraRowStore;

/** Keeps the views: makes their tables and runs the projections that fill them. */
public final class ReadRole implements Role {
    public static final String NAME = "read";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(Node node) {
        var views = Views.of(node);
        var system = node.system();
        var settings = ProjectionSettings.of(system.settings().config().getConfig("varve.read"));
        var feed = new JournalEventFeed(system, settings.rewind());
        var rows = new CassandraRowStore(node.session());
        AccountProjection.start(system, NAME, feed, rows, views.accounts(), settings);
        TransferProjection.start(system, NAME, feed, rows, views.transfers(), settings);
    }
}
