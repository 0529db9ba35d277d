package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** The journal of one entity, whichever feed is in use. */
public final class EntityJournal {
    private final ActorSystem<?> system;

    public EntityJournal(ActorSystem<?> system) {
        this.system = system;
    }

    /** The events from one revision to another, both included. */
    public <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        return this.<E>events(kind, entityId, from, to).runWith(Sink.seq(), system);
    }

    /** Hands on the same events, one after the other; so they need not be in memory all at once. */
    public <E> CompletionStage<Void> forEach(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to, Consumer<Happened<E>> each) {
        return this.<E>events(kind, entityId, from, to)
                .runForeach(each::accept, system)
                .thenApply(done -> null);
    }

    private <E> Source<Happened<E>, NotUsed> events(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .currentEventsByPersistenceId(kind.persistenceId(entityId), from, to)
                .map(found -> EntityJournal.<E>happened(found.persistenceId(), found.sequenceNr(), found.event()));
    }

    /** @param journaled what the kind's serializer made; so its event is of the type of the kind */
    @SuppressWarnings("unchecked")
    static <E> Happened<E> happened(String persistenceId, long revision, Object journaled) {
        var recorded = ((Journaled<E>) journaled).recorded();
        var entityId = persistenceId.substring(persistenceId.indexOf('|') + 1);
        return new Happened<>(entityId, revision, recorded.command(), recorded.event());
    }
}
