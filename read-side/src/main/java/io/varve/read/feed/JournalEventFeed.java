package io.varve.read.feed;

import io.varve.node.entity.Journaled;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.javadsl.SourceProvider;

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
}
