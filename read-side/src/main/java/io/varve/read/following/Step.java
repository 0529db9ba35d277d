package io.varve.read.following;

import io.varve.read.following.StreamPosition.Part;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.function.Predicate;

/**
 * A write, as somebody comes to know of it.
 *
 * @param before where he was
 * @param key names the write in positions
 * @param events what he has not had of it, in their order; maybe none
 * @param after where he is when he has had all of it
 */
public record Step<E>(StreamPosition before, String key, List<Happened<E>> events, StreamPosition after) {
    /** The same with some of its events. */
    public Step<E> only(Predicate<Happened<E>> wanted) {
        return new Step<>(before, key, events.stream().filter(wanted).toList(), after);
    }

    /** Where somebody is who has had the write up to that event, and not yet all of it. */
    public StreamPosition within(Happened<E> event) {
        return before.with(key, new Part(event.revision() + 1, 0));
    }
}
