package io.varve.read.query;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param cursor the {@link Page#nextCursor()} of the part before, or empty for the first part
 */
public record PageRequest(int limit, Optional<String> cursor) {
    public static final int MAX_LIMIT = 500;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + " but is " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    public PageRequest after(String nextCursor) {
        return new PageRequest(limit, Optional.of(nextCursor));
    }
}
