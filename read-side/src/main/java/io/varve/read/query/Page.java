package io.varve.read.query;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param nextCursor what to ask with for the following part, or empty at the end; opaque and safe in a URL
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
