package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;

/** The journal of one entity, whichever feed is in use. */
public final class EntityJournal {
    private final ActorSystem<?> system;

    public EntityJournal(ActorSystem<?> system) {
        this.system = system;
    }

    /** The events from one revision to another, both included. */
    public <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .currentEventsByPersistenceId(kind.persistenceId(entityId), from, to)
                .map(found -> EntityJournal.<E>happened(found.persistenceId(), found.sequenceNr(), found.event()))
                .runWith(Sink.seq(), system);
    }

    /** @param journaled what the kind's serializer made; so its event is of the type of the kind */
    @SuppressWarnings("unchecked")
    static <E> Happened<E> happened(String persistenceId, long revision, Object journaled) {
        var recorded = ((Journaled<E>) journaled).recorded();
        var entityId = persistenceId.substring(persistenceId.indexOf('|') + 1);
        return new Happened<>(entityId, revision, recorded.command(), recorded.event());
    }
}
