package io.varve.read;

import io.varve.node.Node;
import io.varve.node.Role;
import io.varve.read.feed.EventFeed;
import io.varve.read.feed.FeedSettings;
import io.varve.read.feed.SliceFeed;
import io.varve.read.feed.TagFeed;
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

    /** The feed that belongs to the journal in use. */
    private static EventFeed feed(Node node) {
        var system = node.system();
        var settings = FeedSettings.of(system.settings().config().getConfig("varve.feed"));
        return switch (node.settings().journal()) {
            case BATCHING -> new SliceFeed(system, node.session(), settings);
            case STOCK -> new TagFeed(system, settings);
        };
    }

    @Override
    public void start(Node node) {
        var views = Views.of(node);
        var system = node.system();
        var settings = ProjectionSettings.of(system.settings().config().getConfig("varve.read"));
        var feed = feed(node);
        var rows = new CassandraRowStore(node.session());
        AccountProjection.start(system, NAME, feed, rows, views.accounts(), settings);
        TransferProjection.start(system, NAME, feed, rows, views.transfers(), settings);
    }
}
