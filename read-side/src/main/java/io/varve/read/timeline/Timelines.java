package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostViews;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.user.UserViews;
import java.util.concurrent.CompletionStage;

/** The feeds of users; named so because a feed is the journal's in this house. */
public interface Timelines {
    /**
     * Those of a node, whatever its roles; complete when they can be read. Once for each process.
     *
     * @param items those of the process
     */
    static CompletionStage<Timelines> of(
            Node node, UserViews users, PostViews posts, CrowdViews crowds, SocialFeeds feeds, PostItems items) {
        return StoredTimelines.start(node, users, posts, crowds, feeds, items);
    }

    /**
     * A part of a user's feed, the newest first, down to the very first post. Where very much has to be passed over, a
     * part may have fewer items than asked for, or none, and still be followed by others.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<FeedItem>> feed(String userId, PageRequest page);

    /** Computes the feed from history and compares it, item by item, with what is shown. */
    CompletionStage<FeedVerification> verify(String userId);
}
