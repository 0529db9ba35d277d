package io.varve.read.timeline;

import io.varve.read.post.PostKey;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.Write;
import java.util.List;

/**
 * The rows of feeds as they are written.
 *
 * <p>The time of a row is not the revision of the event that causes the write but that of what decides whether it is
 * there, so that it does not matter who writes when: see {@code 012-timelines.cql}.
 */
final class FeedTables {
    static final String ROWS = "feed_row";
    static final String BIG_AUTHORS = "big_author";
    /** All of big_author is one partition. */
    static final String ALL = "all";

    /** No revision comes after this: what is over does not come back. */
    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    private static final long OWN = 1;

    private static final Shape ROW =
            new Shape(ROWS, List.of("user_id", "at", "post_id", "by_user", "boost"), List.of("present"));
    private static final Shape BIG_AUTHOR = new Shape(BIG_AUTHORS, List.of("map", "author"), List.of());

    private FeedTables() {}

    /** The place of a post among those of its author. */
    static FeedRow rowOf(PostKey post, String author) {
        return new FeedRow(Times.calendar(post.createdAt()), post.postId(), author, 0);
    }

    /** The row is in a feed, or not, because its reader follows who brings it, or does not. */
    static Write because(FollowEdge edge, FeedRow row) {
        return write(edge.revision(), edge.userId(), row, edge.follows());
    }

    /** The row is in the feed of who brings it. */
    static Write own(FeedRow row) {
        return write(OWN, row.by(), row, true);
    }

    /** The row is in no feed any more. */
    static Write over(String userId, FeedRow row) {
        return write(FOR_EVER, userId, row, false);
    }

    private static Write write(long time, String userId, FeedRow row, boolean present) {
        return ROW.write(time, userId, row.at(), row.postId(), row.by(), row.boost(), present);
    }

    static Write bigAuthor(String author) {
        return BIG_AUTHOR.write(1, ALL, author);
    }
}
