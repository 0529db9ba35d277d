package io.varve.read.feed;

import io.varve.node.Node;

/** The feed that belongs to the journal in use. */
public final class Feeds {
    private Feeds() {}

    /** The feed with the settings of the configuration. */
    public static EventFeed of(Node node) {
        return of(node, settings(node));
    }

    public static EventFeed of(Node node, FeedSettings settings) {
        return switch (node.settings().journal()) {
            case BATCHING -> new SliceFeed(node.system(), node.session(), settings);
            case STOCK -> new TagFeed(node.system(), settings);
        };
    }

    public static FeedSettings settings(Node node) {
        return FeedSettings.of(node.system().settings().config().getConfig("varve.feed"));
    }
}
