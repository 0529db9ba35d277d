package io.varve.read.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
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
        return merge(List.of(one, other), Integer.MAX_VALUE);
    }

    /**
     * What several sources have together, as far as every one of them was looked at; what two have is there once.
     *
     * @param limit how many rows at most. Of very many sources only the first rows are touched
     */
    static FeedPart merge(List<FeedPart> parts, int limit) {
        var end = parts.stream().flatMap(part -> part.upTo().stream()).min(FeedRow::compareTo);
        var next = new PriorityQueue<Rest>();
        parts.stream().filter(part -> !part.rows().isEmpty()).forEach(part -> next.add(new Rest(part.rows(), 0)));
        List<FeedRow> rows = new ArrayList<>();
        FeedRow last = null;
        while (!next.isEmpty() && rows.size() < limit) {
            var rest = next.poll();
            var row = rest.first();
            if (end.isPresent() && end.get().precedes(row)) {
                break;
            }
            if (!row.equals(last)) {
                rows.add(row);
                last = row;
            }
            rest.following().ifPresent(next::add);
        }
        return new FeedPart(rows, rows.size() < limit ? end : Optional.of(last));
    }

    /** What is left of a part's rows while it is merged. */
    private record Rest(List<FeedRow> rows, int at) implements Comparable<Rest> {
        FeedRow first() {
            return rows.get(at);
        }

        Optional<Rest> following() {
            return at + 1 < rows.size() ? Optional.of(new Rest(rows, at + 1)) : Optional.empty();
        }

        @Override
        public int compareTo(Rest other) {
            return first().compareTo(other.first());
        }
    }

    /** What of it comes after a place. */
    FeedPart after(FeedRow place) {
        int found = Collections.binarySearch(rows, place);
        int start = found < 0 ? -found - 1 : found + 1;
        return start == 0 ? this : new FeedPart(rows.subList(start, rows.size()), upTo);
    }

    /** The same rows, as if there were no others. */
    FeedPart asIfWhole() {
        return new FeedPart(rows, Optional.empty());
    }

    FeedPart without(Predicate<FeedRow> unwanted) {
        return new FeedPart(rows.stream().filter(unwanted.negate()).toList(), upTo);
    }
}
