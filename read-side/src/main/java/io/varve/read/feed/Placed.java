package io.varve.read.feed;

import io.varve.read.table.Happened;
import java.util.List;
import java.util.Optional;

/**
 * What an entity journaled at once.
 *
 * @param place where in the feed it is; empty for what the feed has lost
 * @param events in their order; none for a write that did not take place
 */
public record Placed<E>(Optional<FeedPlace> place, List<Happened<E>> events) {
    public Placed {
        events = List.copyOf(events);
    }
}
