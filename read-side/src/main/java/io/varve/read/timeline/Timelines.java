package io.varve.read.timeline;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.concurrent.CompletionStage;

/** The feeds of users; named so because a feed is the journal's in this house. */
public interface Timelines {
    /**
     * A part of a user's feed, the newest first, down to the very first post.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<FeedItem>> feed(String userId, PageRequest page);

    /** Computes the feed from history and compares it, item by item, with what is shown. */
    CompletionStage<FeedVerification> verify(String userId);
}
