package io.varve.read.timeline;

import io.varve.read.post.PostView;
import java.time.Instant;
import java.util.Optional;

/**
 * An item of a user's feed.
 *
 * @param boostedBy who boosted the post, or empty if it is there because of its author
 * @param at when the post was written, or passed on; items are ordered by it
 */
public record FeedItem(PostView post, Optional<String> boostedBy, Instant at) {}
