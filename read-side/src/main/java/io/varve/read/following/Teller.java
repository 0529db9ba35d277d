package io.varve.read.following;

import io.varve.read.feed.Placed;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Makes of writes what those who listen are told.
 *
 * @param <E> the root of the events
 * @param <W> what the ring keeps of a write
 * @param <T> what is told
 */
public interface Teller<E, W, T> {
    /** What the write tells somebody who has had exactly what lies before it. */
    List<T> tell(WriteRing.Told<W> write);

    /**
     * Tells a write of the ring to somebody who has had more, but not this one wholly.
     *
     * @param told where to add what it tells
     * @return where he is then
     */
    StreamPosition tell(WriteRing.Told<W> write, StreamPosition from, List<T> told);

    /** Tells a write of the feed, which may have been had in part. */
    CompletionStage<StreamPosition> tell(Placed<E> write, StreamPosition from, List<T> told);
}
