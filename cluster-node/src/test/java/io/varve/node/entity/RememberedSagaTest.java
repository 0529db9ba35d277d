package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountKind;
import io.varve.node.entity.EntityMessage.Reply;
import io.varve.node.transfer.TransferAnswer;
import io.varve.node.transfer.TransferKind;
import io.varve.node.transfer.TransferRefusal;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.InternalActorRef;
import org.apache.pekko.persistence.testkit.JournalOperation;
import org.apache.pekko.persistence.testkit.ProcessingPolicy;
import org.apache.pekko.persistence.testkit.ProcessingResult;
import org.apache.pekko.persistence.testkit.ProcessingSuccess;
import org.apache.pekko.persistence.testkit.WriteEvents;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sharding itself, on a cluster of one with the journal in memory: what it remembers, and when it forgets. */
class RememberedSagaTest {
    private static final List<String> WRITES = new CopyOnWriteArrayList<>();

    private static ActorSystem system;
    private static Entities entities;

    private final TestKit client = new TestKit(system);

    @BeforeAll
    static void startCluster() throws Exception {
        system = HostSystem.createCluster();
        PersistenceTestKit.create(system).withPolicy(new NotesWrites());
        var settings = new EntitySettings(100, 100, 100, 100_000, 1_000, Duration.ofSeconds(3), Duration.ofSeconds(10));
        entities = new Entities(system, HostSystem.KINDS, settings);
        openAccount("alice", 1_000);
        openAccount("bob", 0);
    }

    @AfterAll
    static void stopCluster() {
        TestKit.shutdownActorSystem(system);
    }

    /** Notes what the journal is given, in order: whose it is and what. */
    private static final class NotesWrites implements ProcessingPolicy<JournalOperation> {
        @Override
        public ProcessingResult tryProcess(String persistenceId, JournalOperation operation) {
            if (operation instanceof WriteEvents write) {
                write.getBatch().forEach(event -> WRITES.add(persistenceId + " " + event));
            }
            return ProcessingSuccess.getInstance();
        }
    }

    private static void openAccount(String id, long balanceMinor) throws Exception {
        var kind = AccountKind.create();
        accepted(entities.ask(kind, id, "open", "test", null, new AccountCommand.Open(id, "EUR", 0, Map.of())));
        if (balanceMinor > 0) {
            var deposit = new AccountCommand.Deposit(balanceMinor, null, null);
            accepted(entities.ask(kind, id, "deposit", "test", null, deposit));
        }
    }

    private static <A> A accepted(CompletionStage<? extends Outcome<A, ?>> outcome) throws Exception {
        var done = outcome.toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(done).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<A, ?>) done).answer();
    }

    private static CompletionStage<Outcome<TransferAnswer, TransferRefusal>> rest(String id) {
        return entities.awaitRest(TransferKind.create(), id, Duration.ofSeconds(10));
    }

    /** The actor of a transfer that is in memory. */
    private ActorRef inMemory(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> identify("/system/sharding/transfer/*/" + id), Objects::nonNull);
    }

    private ActorRef identify(String path) {
        system.actorSelection(path).tell(new Identify(path), client.getRef());
        var found = client.receiveOne(Duration.ofMillis(200));
        return found instanceof ActorIdentity identity ? identity.getActorRef().orElse(null) : null;
    }

    /** What the journal was given about a transfer: its events, and when sharding forgot it. */
    private static List<String> lifeOf(String id) {
        return WRITES.stream()
                .filter(write ->
                        write.startsWith("transfer|" + id + " ") || write.contains("EntitiesStopped(Set(" + id))
                .map(write -> write.startsWith("transfer|") ? "event" : "forgotten")
                .toList();
    }

    @Test
    void commandThatComesWhileASagaLeaves_isCarriedOut_andUntilThenItIsNotForgotten() throws Exception {
        rest("t1").toCompletableFuture().get(20, TimeUnit.SECONDS);
        var host = (InternalActorRef) inMemory("t1");
        var request = TransferHostTests.command(Transfers.REQUEST_ID, TransferHostTests.request(false, null));
        // Held up, so that the command comes right after the tick at which the saga asks to leave.
        host.suspend();
        host.tell(SagaDriver.Tick.INSTANCE, ActorRef.noSender());
        host.tell(request, client.getRef());
        host.resume(null);
        assertThat(client.expectMsgClass(Reply.class).outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(accepted(rest("t1")).status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(lifeOf("t1")).as(WRITES.toString()).startsWith("forgotten", "event", "event", "event", "event");
    }

    @Test
    void unfinishedSaga_comesBackByItself_whenItsShardHasDied() throws Exception {
        accepted(entities.ask(
                TransferKind.create(),
                "t2",
                Transfers.REQUEST_ID,
                "test",
                null,
                TransferHostTests.request(true, Instant.now().plusSeconds(3_600))));
        assertThat(accepted(rest("t2")).status()).isEqualTo(TransferStatus.HELD);
        var host = inMemory("t2");
        system.stop(identify(host.path().parent().toString()));
        await().atMost(Duration.ofSeconds(20)).until(() -> !inMemory("t2").equals(host));
    }
}
