package io.varve.read.table;

import java.util.List;

/**
 * What a view makes of the events of one kind: a pure function. It names the events that it ignores and throws
 * on one that it does not know.
 */
public interface ViewHandler<E> {
    List<Write> writes(Happened<E> happened);

    /** For the end of a handler: an event that it neither uses nor ignores by name. */
    static IllegalStateException unknown(Happened<?> happened) {
        return new IllegalStateException("no view knows what to make of "
                + happened.event() + ", revision " + happened.revision() + " of "
                + happened.entityId());
    }
}
