package io.varve.read.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All rows that a source has after a place, up to another.
 *
 * @param rows in the order of feeds
 * @param upTo the last place that was looked at; empty when the source has nothing after these
 */
record FeedPart(List<FeedRow> rows, Optional<FeedRow> upTo) {
    FeedPart {
        rows = List.copyOf(rows);
    }

    /** @param rows as many as asked for, if there are that many */
    static FeedPart of(List<FeedRow> rows, int askedFor) {
        return new FeedPart(rows, rows.size() < askedFor ? Optional.empty() : Optional.of(rows.get(rows.size() - 1)));
    }

    static FeedPart merge(FeedPart one, FeedPart other) {
        return merge(List.of(one, other));
    }

    /** What several sources have together, as far as every one of them was looked at; what two have is there once. */
    static FeedPart merge(List<FeedPart> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var upTo = parts.stream().flatMap(part -> part.upTo().stream()).min(FeedRow::compareTo);
        var rows = new TreeSet<FeedRow>();
        parts.forEach(part -> rows.addAll(part.rows()));
        return new FeedPart(
                new ArrayList<>(upTo.map(end -> rows.headSet(end, true)).orElse(rows)), upTo);
    }

    /** What of it comes after a place. */
    FeedPart after(FeedRow place) {
        return without(row -> !place.precedes(row));
    }

    FeedPart without(Predicate<FeedRow> unwanted) {
        return new FeedPart(rows.stream().filter(unwanted.negate()).toList(), upTo);
    }
}
