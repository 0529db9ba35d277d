package io.varve.read.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor what to ask with for the following part, or empty at the end; opaque and safe in a URL
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first items up to a limit.
     *
     * @param items one more than the limit, if there are that many: that tells whether there is a following part
     * @param cursor what leads to the part after an item
     */
    public static <T> Page<T> cut(List<T> items, int limit, Function<T, String> cursor) {
        return items.size() <= limit
                ? new Page<>(items, Optional.empty())
                : new Page<>(items.subList(0, limit), Optional.of(cursor.apply(items.get(limit - 1))));
    }
}
