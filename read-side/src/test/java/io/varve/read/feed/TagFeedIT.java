package io.varve.read.feed;

import io.varve.node.Node;

class TagFeedIT extends EventFeedContract {
    TagFeedIT() {
        super("stock");
    }

    @Override
    EventFeed feed(Node reading, FeedSettings settings) {
        return new TagFeed(reading.system(), settings);
    }
}
