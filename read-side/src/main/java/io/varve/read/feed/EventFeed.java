package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.javadsl.SourceProvider;

/** How events travel from the journal to the projections. This is the only place that knows. */
public interface EventFeed {
    /**
     * The events with a tag, those of one entity in their order, at least once each, without an end. A source
     * goes back before the saved offset by more than any event may be late.
     *
     * @param <E> the root of the events of the tag's kind
     */
    <E> SourceProvider<Offset, EventEnvelope<Journaled<E>>> events(String tag);

    /**
     * The events of one entity, for what the tagged events skip.
     *
     * @param from the first revision
     * @param to the last revision, included
     */
    <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to);
}
