package io.varve.read.timeline;

import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.Comparator;

/**
 * A place in a feed, and the post that may be there. The natural order is that of feeds, the newest first.
 *
 * @param at when the post was written, or boosted
 * @param by its author, or who boosted it
 * @param boost the revision of the event that boosted it; 0 when it is there because of its author
 */
record FeedRow(Instant at, String postId, String by, long boost) implements Comparable<FeedRow> {
    private static final String LIST = "feed";
    private static final Comparator<FeedRow> ORDER = Comparator.comparing(FeedRow::at)
            .thenComparing(FeedRow::postId)
            .thenComparing(FeedRow::by)
            .thenComparingLong(FeedRow::boost)
            .reversed();

    /** The place before every row. */
    static final FeedRow START = new FeedRow(Times.calendar(Instant.MAX), "", "", 0);

    boolean isBoosted() {
        return boost > 0;
    }

    /** Whether the other row comes later in the feed, which is to say that it is older. */
    boolean precedes(FeedRow other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(FeedRow other) {
        return ORDER.compare(this, other);
    }

    /** The place after which the page starts. */
    static FeedRow after(PageRequest page) {
        return page.cursor().map(FeedRow::decode).orElse(START);
    }

    private static FeedRow decode(String cursor) {
        var parts = Cursor.decode(LIST, 4, cursor);
        var at = Times.calendar(Instant.ofEpochMilli(Cursor.number(parts.get(0))));
        return new FeedRow(at, parts.get(1), parts.get(2), Cursor.number(parts.get(3)));
    }

    String cursor() {
        return Cursor.encode(LIST, at.toEpochMilli(), postId, by, boost);
    }
}
