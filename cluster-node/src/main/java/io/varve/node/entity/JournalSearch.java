package io.varve.node.entity;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.stream.javadsl.Sink;

/**
 * Finds a command in the journal of an entity, however old it is.
 *
 * <p>The entity's memory of commands is bounded. A saga that repeats a step long after (it resumed after a
 * crash, and the account has been busy since) must not have it carried out twice, and this is how it knows.
 */
final class JournalSearch {
    private final ActorSystem system;
    private final Supplier<CurrentEventsByPersistenceIdQuery> journal;

    /** @param journal asked for when it is needed, since few processes ever search */
    JournalSearch(ActorSystem system, Supplier<CurrentEventsByPersistenceIdQuery> journal) {
        this.system = system;
        this.journal = journal;
    }

    static JournalSearch inCassandra(ActorSystem system) {
        return new JournalSearch(
                system,
                () -> PersistenceQuery.get(system)
                        .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier()));
    }

    <C, E, S, A, R extends Enum<R>> CompletionStage<Optional<Outcome<?, ?>>> find(
            EntityKind<C, E, S, A, R> kind, String entityId, String commandId, long upTo) {
        return journal.get()
                .currentEventsByPersistenceId(kind.persistenceId(entityId), 0, upTo)
                .filter(envelope -> kind.recorded((Journaled<?>) envelope.event())
                        .command()
                        .commandId()
                        .equals(commandId))
                .map(envelope -> outcome(kind, envelope.event(), envelope.sequenceNr()))
                .runWith(Sink.headOption(), system)
                .thenApply(found -> found.map(outcome -> outcome));
    }

    private static <E, A, R extends Enum<R>> Outcome<?, ?> outcome(
            EntityKind<?, E, ?, A, R> kind, Object journaled, long revision) {
        var refusal =
                kind.decider().refusalOf(kind.recorded((Journaled<?>) journaled).event());
        return refusal.isPresent()
                ? new Outcome.Refused<A, R>(refusal.get(), revision, true)
                // The answer of back then would need the state of back then; a saga only asks yes or no.
                : new Outcome.Accepted<A, R>(null, revision, true);
    }
}
