package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Sink;

/** Reads the tag views of the Cassandra journal. */
public final class JournalEventFeed implements EventFeed {
    private final ActorSystem<?> system;
    private final Duration rewind;

    /** @param rewind how far before the saved offset a source starts */
    public JournalEventFeed(ActorSystem<?> system, Duration rewind) {
        this.system = system;
        this.rewind = rewind;
    }

    @Override
    public <E> SourceProvider<Offset, EventEnvelope<Journaled<E>>> events(String tag) {
        return new RewindingSource<>(
                EventSourcedProvider.<Journaled<E>>eventsByTag(system, CassandraReadJournal.Identifier(), tag), rewind);
    }

    @Override
    @SuppressWarnings("unchecked") // The serializer made the event of the type of its kind.
    public <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .currentEventsByPersistenceId(kind.persistenceId(entityId), from, to)
                .map(found -> {
                    var recorded = ((Journaled<E>) found.event()).recorded();
                    return new Happened<>(entityId, found.sequenceNr(), recorded.command(), recorded.event());
                })
                .runWith(Sink.seq(), system);
    }
}
