package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.projection.javadsl.SourceProvider;

/** How events travel from the journal to the projections. This is the only place that knows. */
public interface EventFeed {
    /** Names the feed in the offsets: another feed's offset means nothing to this one. */
    String name();

    /**
     * One worker's share of the events of a kind, without an end: all events of some of the entities, each at least
     * once, those of one entity in their order but for what was lost on the way.
     *
     * @param worker from 0 on
     * @param workers how many share the kind; fixed when the keyspace is made
     * @param <E> the root of the events of the kind
     */
    <E> SourceProvider<Object, EventPage<E>> pages(EntityKind<?, ?, ?, ?, ?> kind, int worker, int workers);

    /** All events of a kind in one stream; see there what that is for. */
    <E> Following<E> following(EntityKind<?, ?, ?, ?, ?> kind);

    /**
     * The events of one entity, for what the pages skip.
     *
     * @param from the first revision
     * @param to the last revision, included
     */
    <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to);
}
