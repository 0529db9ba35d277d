package io.varve.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.node.Deposits;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.persistence.AbstractPersistentActor;
import org.apache.pekko.persistence.DeleteMessagesFailure;
import org.apache.pekko.persistence.DeleteMessagesSuccess;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node that writes a real Cassandra; all rows of one request bear the same write time, later requests later ones. */
class BatchingJournalIT {
    private static final String KEYSPACE = "varve_batching_journal_it";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PARTITION_EVENTS = 10;

    private static Node node;

    @BeforeAll
    static void start() {
        node = LocalNode.start(
                KEYSPACE,
                "write",
                Map.of(
                        "pekko.persistence.cassandra.journal.target-partition-size",
                        "" + PARTITION_EVENTS,
                        // So that Cassandra refuses requests for being too large.
                        "varve.batching-journal.batch-bytes",
                        "10000000",
                        "varve.batching-journal.feed-batch-bytes",
                        "10000000",
                        "varve.entity.group-limit",
                        "8",
                        "varve.entity.ask-timeout",
                        "15s"));
        accepted(submit("warm-up", "open", open(Map.of())));
    }

    @AfterAll
    static void stop() {
        LocalNode.stop(node);
    }

    private static CompletionStage<Outcome<AccountAnswer, AccountRefusal>> submit(
            String accountId, String commandId, AccountCommand command) {
        return new Accounts(node.entities()).submit(accountId, commandId, "tester", null, command);
    }

    private static AccountCommand open(Map<String, String> metadata) {
        return new AccountCommand.Open("tester", "EUR", 0, metadata);
    }

    private static AccountCommand deposit() {
        return new AccountCommand.Deposit(1, null, null);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static Outcome.Accepted<AccountAnswer, AccountRefusal> accepted(
            CompletionStage<Outcome<AccountAnswer, AccountRefusal>> outcome) {
        assertThat(get(outcome)).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted<AccountAnswer, AccountRefusal>) get(outcome);
    }

    private static List<Row> messages(String accountId) {
        return messagesOf("account|" + accountId);
    }

    private static List<Row> messagesOf(String persistenceId) {
        return node
                .session()
                .execute("SELECT persistence_id, sequence_nr, partition_nr, WRITETIME(event) AS request FROM messages")
                .all()
                .stream()
                .filter(row -> row.getString("persistence_id").startsWith(persistenceId))
                .toList();
    }

    private static List<Row> feedRows(String accountId) {
        return node
                .session()
                .execute("SELECT persistence_id, sequence_nr, events, number, WRITETIME(events) AS request"
                        + " FROM feed_log")
                .all()
                .stream()
                .filter(row -> row.getString("persistence_id").startsWith("account|" + accountId))
                .toList();
    }

    private static List<Long> asTheStockJournalReads(String accountId) {
        return get(PersistenceQuery.get(node.system())
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .currentEventsByPersistenceId("account|" + accountId, 0, Long.MAX_VALUE)
                .map(EventEnvelope::sequenceNr)
                .runWith(Sink.seq(), node.system()));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whatManyEntitiesWriteAtOnce_takesFewRequests() {
        var outcomes = IntStream.range(0, 300)
                .mapToObj(i -> submit("many-" + i, "open", open(Map.of())))
                .toList();
        outcomes.forEach(BatchingJournalIT::accepted);

        var rows = messages("many-");
        assertThat(rows).hasSize(300);
        assertThat(rows.stream().map(row -> row.getLong("request")).distinct().count())
                .isLessThan(150);
    }

    @Test
    void whatAnEntityWritesAtOnce_isOneRequest_afterItsRowOfTheFeed() {
        accepted(submit("group", "open", open(Map.of())));
        var outcomes = IntStream.range(0, 100)
                .mapToObj(i -> submit("group", "deposit-" + i, deposit()))
                .toList();
        long last = outcomes.stream()
                .mapToLong(outcome -> accepted(outcome).revision())
                .max()
                .orElseThrow();

        assertThat(last).isEqualTo(101);
        assertThat(asTheStockJournalReads("group")).isEqualTo(upTo(101));
        Map<Long, Row> messages = new HashMap<>();
        messages("group").forEach(row -> messages.put(row.getLong("sequence_nr"), row));
        var groups = feedRows("group");
        assertThat(groups.size()).isLessThan(60);
        var inFeed = new HashSet<Long>();
        var spanning = new HashSet<Long>();
        for (var group : groups) {
            long first = group.getLong("sequence_nr");
            for (int n = 0; n < group.getList("events", ByteBuffer.class).size(); n++) {
                var message = messages.get(first + n);
                assertThat(message.getLong("request"))
                        .isGreaterThan(group.getLong("request"))
                        .isEqualTo(messages.get(first).getLong("request"));
                if (message.getLong("partition_nr") > (first - 1) / PARTITION_EVENTS) {
                    spanning.add(first);
                }
                assertThat(inFeed.add(first + n)).isTrue();
            }
        }
        assertThat(inFeed).containsExactlyInAnyOrderElementsOf(upTo(101));
        assertThat(spanning)
                .as("writes that begin in one partition and are in the next")
                .isNotEmpty();
    }

    @Test
    void entityWhoseJournalHasManyPartitions_recovers() {
        var revisions = new Deposits(node).start("recovers", 20).end(3 * PARTITION_EVENTS + 5);
        submit("recovers-0", "a", deposit());
        submit("recovers-0", "b", deposit());
        assertThat(accepted(submit("recovers-0", "c", deposit())).revision()).isEqualTo(38);

        stop();
        start();

        revisions.keySet().stream().filter(id -> !id.equals("recovers-0")).forEach(id -> {
            var after = accepted(submit(id, "after", deposit()));
            assertThat(after.revision()).isEqualTo(3 * PARTITION_EVENTS + 6);
            assertThat(after.answer().balanceMinor()).isEqualTo(3 * PARTITION_EVENTS + 5);
        });
        assertThat(accepted(submit("recovers-0", "after", deposit())).revision())
                .isEqualTo(39);
        assertThat(asTheStockJournalReads("recovers-0")).isEqualTo(upTo(39));
    }

    @Test
    void writeThatMakesARequestTooLarge_isAcceptedAllTheSame_andSoAreTheOthersOfItsRequest() {
        var outcomes = IntStream.range(0, 20)
                .mapToObj(i ->
                        submit("large-" + i, "open", open(Map.of("text", "x".repeat(i == 7 ? 2_000_000 : 1_000)))))
                .toList();

        outcomes.forEach(BatchingJournalIT::accepted);
        assertThat(feedRows("large-")).hasSize(20);
        assertThat(messages("large-")).hasSize(20);
    }

    @Test
    void writeThatIsTooLargeForCassandra_fails_andNoOtherDoes() {
        accepted(submit("huge", "open", open(Map.of())));
        var others = new Deposits(node).start("beside", 20);
        await().atMost(LONG).until(() -> others.acknowledged() > 40);

        var huge = submit("huge", "huge", new AccountCommand.Amend(null, Map.of("text", "x".repeat(17_000_000))));

        assertThat(get(huge)).isInstanceOf(Outcome.Failed.class);
        long soFar = others.acknowledged();
        await().atMost(LONG).until(() -> others.acknowledged() > soFar + 40);
        assertThat(others.end().values())
                .allSatisfy(revision -> assertThat(revision).isPositive());
        assertThat(others.failures()).isZero();
        var after = await().atMost(LONG)
                .until(() -> get(submit("huge", "after", deposit())), Outcome.Accepted.class::isInstance);
        assertThat(((Outcome.Accepted<AccountAnswer, AccountRefusal>) after).revision())
                .isEqualTo(2);
        // The feed stands still until it says that nothing came of the failed write.
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(feedRows("huge"))
                        .extracting(
                                row -> row.getLong("sequence_nr"),
                                row -> row.getList("events", ByteBuffer.class).size())
                        .containsExactlyInAnyOrder(tuple(1L, 1), tuple(2L, 0), tuple(2L, 1)));
    }

    @Test
    void whatShardingHasSnapshotsOf_isDeleted_andItsNumberGoesOn() {
        var probe = new TestKit(classic());
        var actor = probe.childActorOf(Props.create(Notes.class, () -> new Notes("/sharding/notes", probe.getRef())));
        for (int i = 1; i <= 25; i++) {
            actor.tell("note " + i, probe.getRef());
            probe.expectMsg(LONG, (long) i);
        }
        actor.tell(Notes.DELETE_ALL, probe.getRef());
        probe.expectMsgClass(LONG, DeleteMessagesSuccess.class);
        classic().stop(probe.watch(actor));
        probe.expectTerminated(LONG, actor);

        actor = probe.childActorOf(Props.create(Notes.class, () -> new Notes("/sharding/notes", probe.getRef())));
        actor.tell("note 26", probe.getRef());
        probe.expectMsg(LONG, 26L);
        assertThat(messagesOf("/sharding/notes"))
                .extracting(row -> row.getLong("sequence_nr"))
                .containsExactly(26L);
    }

    @Test
    void whatAnEntityHasJournaled_isNotDeleted() {
        var probe = new TestKit(classic());
        accepted(submit("kept", "open", open(Map.of())));
        var actor = probe.childActorOf(Props.create(Notes.class, () -> new Notes("account|kept", probe.getRef())));
        actor.tell(Notes.DELETE_ALL, probe.getRef());
        probe.fishForSpecificMessage(
                LONG, "", message -> message instanceof DeleteMessagesFailure failure ? failure : null);
        assertThat(messages("kept")).hasSize(1);
    }

    private static ActorSystem classic() {
        return Adapter.toClassic(node.system());
    }

    /** An actor that journals texts, tells each number, and what it finds again. */
    private static final class Notes extends AbstractPersistentActor {
        static final String DELETE_ALL = "delete-all";
        private final String id;
        private final ActorRef reader;

        Notes(String id, ActorRef reader) {
            this.id = id;
            this.reader = reader;
        }

        @Override
        public String persistenceId() {
            return id;
        }

        @Override
        public Receive createReceiveRecover() {
            return receiveBuilder()
                    .match(String.class, note -> reader.tell(note, getSelf()))
                    .matchAny(other -> {})
                    .build();
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .matchEquals(DELETE_ALL, all -> deleteMessages(Long.MAX_VALUE))
                    .match(String.class, note -> persist(note, n -> getSender().tell(lastSequenceNr(), getSelf())))
                    .match(DeleteMessagesSuccess.class, done -> reader.tell(done, getSelf()))
                    .match(DeleteMessagesFailure.class, failure -> reader.tell(failure, getSelf()))
                    .build();
        }
    }
}
