package io.varve.read.projection;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;

/** Reads the events of one entity from Cassandra's journal. */
final class EntityJournal<E> implements GapFiller.Journal<E> {
    private final ActorSystem<?> system;
    private final EntityKind<?, ?, ?, ?, ?> kind;

    EntityJournal(ActorSystem<?> system, EntityKind<?, ?, ?, ?, ?> kind) {
        this.system = system;
        this.kind = kind;
    }

    @Override
    @SuppressWarnings("unchecked") // The serializer made the event of the type of its kind.
    public CompletionStage<List<Happened<E>>> events(String entityId, long from, long to) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .currentEventsByPersistenceId(kind.persistenceId(entityId), from, to)
                .map(found ->
                        GroupHandler.happened(found.persistenceId(), found.sequenceNr(), (Journaled<E>) found.event()))
                .runWith(Sink.seq(), system);
    }
}
