package io.varve.http.timeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.varve.http.post.PostBodies;
import io.varve.read.timeline.FeedItem;
import java.time.Instant;
import java.util.Optional;

/**
 * An item of a feed.
 *
 * @param boostedAt when it was passed on, which is its place in the feed; empty for what its author brought there
 */
record FeedItemBody(@JsonUnwrapped PostBodies.Post post, Optional<String> boostedBy, Optional<Instant> boostedAt) {
    static FeedItemBody of(FeedItem item) {
        return new FeedItemBody(
                PostBodies.Post.of(item.post()),
                item.boostedBy(),
                item.boostedBy().map(by -> item.at()));
    }
}
