package io.varve.read.feed;

import io.varve.node.Node;

class SliceFeedIT extends EventFeedContract {
    SliceFeedIT() {
        super("batching");
    }

    @Override
    EventFeed feed(Node reading, FeedSettings settings) {
        return new SliceFeed(reading.system(), reading.session(), settings);
    }
}
