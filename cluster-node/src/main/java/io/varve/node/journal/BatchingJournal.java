package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.typesafe.config.Config;
import io.varve.node.entity.EntityKinds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.event.Logging;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.japi.pf.ReceiveBuilder;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.japi.AsyncWriteJournal;
import scala.PartialFunction;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;

/**
 * A journal that sends what many entities write at the same time in one request, and the rows that feed the views
 * in another. It writes the tables of pekko-persistence-cassandra, whose queries, snapshot store and tools go on
 * working; the setting {@code varve.journal} switches between the two.
 *
 * <p>A write gets its place in the feed first, and when that is durable it goes to the journal: so whatever dies, the
 * journal holds nothing that the feed does not name. One entity's write is one partition of the journal and so takes
 * place wholly or not at all. The partitions of a request are not bound to each other: when a request fails, nobody
 * knows what of it is durable. The entities are told so, and before the feed goes on each of them is looked up: see
 * {@link #settle}.
 *
 * <p>All state belongs to the actor; the driver's threads only send it a message per request.
 */
public final class BatchingJournal extends AsyncWriteJournal {
    /** Longer than Cassandra goes on trying to write what it has told to have failed (write_request_timeout, 2 s). */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(3);

    private final LoggingAdapter log = Logging.getLogger(context().system(), this);
    private final CqlSession session;
    private final int writer;
    private final EntityWrites writes;
    private final JournalStatements statements;
    private final JournalReader reader;
    private final Deletions deletions;
    private final EntityKinds kinds;
    private final Lanes lanes;
    private final FeedOrder feed = new FeedOrder();
    private final FeedNews news;
    /** The last write of each entity that has one on its way. */
    private final Map<String, EntityWrite> inProgress = new HashMap<>();

    private boolean sending;

    private enum Send {
        INSTANCE
    }

    private record Answered(Lane lane, List<EntityWrite> batch, Throwable failure) {}

    private record Settle(EntityWrite write) {}

    private record Settled(EntityWrite write, Boolean tookPlace, Throwable failure) {}

    public BatchingJournal(Config settings) {
        var system = context().system();
        session = system.settings()
                .setup()
                .get(JournalSetup.class)
                .orElseThrow(() -> new IllegalStateException("the batching journal needs a JournalSetup"))
                .session();
        Address address = Cluster.get(system).selfAddress();
        writer = FeedWriters.register(session, address.hostPort());
        writes = new EntityWrites(system, settings.getLong("partition-events"));
        statements = new JournalStatements(
                session, writer, settings.getDuration("time-bucket").toMillis());
        reader = new JournalReader(system, session, writes, context().dispatcher());
        deletions = new Deletions(session, writes, reader);
        kinds = system.settings().setup().get(EntityKinds.class).orElseThrow();
        lanes = new Lanes(session, statements, LaneSettings.of(settings), feed, this::succeed);
        news = FeedNews.get(system);
        news.confirmed(writer, List.of());
        log.info("Journal {} of the feed writes at {}", writer, address.hostPort());
    }

    @Override
    public PartialFunction<Object, BoxedUnit> receivePluginInternal() {
        return new ReceiveBuilder()
                .match(Send.class, send -> {
                    sending = false;
                    send();
                })
                .match(Answered.class, this::answered)
                .match(Settle.class, settle -> settle(settle.write()))
                .match(Settled.class, this::settled)
                .build()
                .onMessage();
    }

    @Override
    public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> messages) {
        var write = writes.of(messages);
        inProgress.put(write.persistenceId, write);
        if (write.isForFeed()) {
            feed.number(write);
        }
        lanes.add(write);
        if (!sending) {
            // Behind what is in the mailbox already, so that all of it can leave together.
            sending = true;
            self().tell(Send.INSTANCE, self());
        }
        return write.outcome.future();
    }

    private void send() {
        lanes.all().forEach(this::send);
    }

    private void send(Lane lane) {
        for (var batch = lane.next(); !batch.isEmpty(); batch = lane.next()) {
            send(lane, batch);
        }
    }

    private void send(Lane lane, List<EntityWrite> batch) {
        var self = self();
        session.executeAsync(lane.request(batch))
                .whenComplete((done, failure) -> self.tell(new Answered(lane, batch, failure), self));
    }

    private void answered(Answered answered) {
        var lane = answered.lane();
        var batch = answered.batch();
        if (answered.failure() == null) {
            lane.succeeded(batch);
        } else if (batch.size() > 1 && answered.failure() instanceof QueryValidationException) {
            // One write is not acceptable: alone, each of the others is. To send them twice changes nothing.
            lane.asked(batch.size());
            batch.forEach(write -> send(lane, List.of(write)));
        } else {
            batch.forEach(write -> fail(write, answered.failure()));
        }
        lane.answered();
        confirm();
        send();
    }

    private void succeed(EntityWrite write) {
        write.settle(true);
        inProgress.remove(write.persistenceId, write);
        write.outcome.success(List.of());
    }

    private void fail(EntityWrite write, Throwable failure) {
        inProgress.remove(write.persistenceId, write);
        write.outcome.failure(failure);
        if (write.isForFeed()) {
            settleSoon(write);
        }
    }

    private void settleSoon(EntityWrite write) {
        var system = context().system();
        system.scheduler().scheduleOnce(SETTLE_AFTER, self(), new Settle(write), system.dispatcher(), self());
    }

    /**
     * Makes the feed say what the journal says of a write whose outcome was open: its row, or that there is none.
     * Until that is known the feed does not go on; readers wait, and nothing that did not happen is shown.
     */
    private void settle(EntityWrite write) {
        var self = self();
        long confirmed = feed.confirmed(write);
        reader.holds(write)
                .thenCompose(held -> session.executeAsync(
                                held ? statements.feedRow(write, confirmed) : statements.voidRow(write, confirmed))
                        .thenApply(done -> held))
                .whenComplete((held, failure) -> self.tell(new Settled(write, held, failure), self));
    }

    private void settled(Settled settled) {
        if (settled.failure() == null) {
            settled.write().settle(settled.tookPlace());
            confirm();
        } else {
            log.warning("The feed waits to know of {}: {}", settled.write().persistenceId, settled.failure());
            settleSoon(settled.write());
        }
    }

    private void confirm() {
        var confirmed = feed.confirm();
        if (!confirmed.isEmpty()) {
            news.confirmed(writer, confirmed);
        }
    }

    @Override
    public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
        var write = inProgress.get(persistenceId);
        CompletionStage<?> written = write == null
                ? CompletableFuture.completedFuture(Done.getInstance())
                : FutureConverters.asJava(write.outcome.future()).handle((done, failure) -> Done.getInstance());
        boolean whole = kinds.owns(persistenceId);
        return FutureConverters.asScala(
                written.thenCompose(done -> reader.highestSequenceNr(persistenceId, from, whole)));
    }

    @Override
    public Future<Void> doAsyncReplayMessages(
            String persistenceId, long from, long to, long max, Consumer<PersistentRepr> recovered) {
        return FutureConverters.asScala(reader.replay(persistenceId, from, to, max, recovered));
    }

    /**
     * What entities have journaled is history and is never deleted. Sharding, which journals which sagas are in memory,
     * deletes what its snapshots cover.
     */
    @Override
    public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long to) {
        return kinds.owns(persistenceId)
                ? Futures.failed(new UnsupportedOperationException("the journal of an entity is never deleted"))
                : FutureConverters.asScala(reader.highestSequenceNr(persistenceId, 0, false)
                        .thenCompose(highest -> deletions.deleteTo(persistenceId, Math.min(to, highest))));
    }
}
