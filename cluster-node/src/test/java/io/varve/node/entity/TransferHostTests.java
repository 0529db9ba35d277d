package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.EntityMessage.AwaitRest;
import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferAnswer;
import io.varve.node.transfer.TransferCommand;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferKind;
import io.varve.node.transfer.TransferRefusal;
import io.varve.node.transfer.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The host of a transfer from alice to bob; the test is its shard, its accounts, its journal and its clients. */
abstract class TransferHostTests {
    static final EntityKind<TransferCommand, TransferEvent, ?, TransferAnswer, TransferRefusal> KIND =
            TransferKind.create();
    static final String ID = "t1";
    static final String PERSISTENCE_ID = "transfer|t1";
    static final String DEBIT = "transfer:t1/0/debit/0";
    static final String CREDIT = "transfer:t1/0/credit/0";
    static final EntitySettings PATIENT =
            new EntitySettings(100, 100, 100, 100_000, 1_000, Duration.ofMinutes(1), Duration.ofSeconds(5));
    /** Sends a step again at the first tick. */
    static final EntitySettings IMPATIENT =
            new EntitySettings(100, 100, 100, 100_000, 1_000, Duration.ZERO, Duration.ofSeconds(5));

    static ActorSystem system;
    static PersistenceTestKit journal;

    final JournalGate gate = new JournalGate();
    final TestKit client = new TestKit(system);
    final TestKit accounts = new TestKit(system);
    final TestKit transfers = new TestKit(system);
    TestKit shard;
    ActorRef host;

    @BeforeAll
    static void startSystem() {
        system = HostSystem.create();
        journal = PersistenceTestKit.create(system);
    }

    @AfterAll
    static void stopSystem() {
        TestKit.shutdownActorSystem(system);
    }

    @AfterEach
    void forget() {
        gate.open();
        kill();
        journal.resetPolicy();
        journal.clearAll();
    }

    void start(EntitySettings settings) {
        journal.withPolicy(gate);
        var regions = Map.of("account", accounts.getRef(), "transfer", transfers.getRef());
        var search = new JournalSearch(system, () -> HostSystem.readJournal(system));
        var entities = new Entities(HostSystem.KINDS, settings, search, regions);
        shard = new TestKit(system);
        host = shard.childActorOf(EntityHost.props(KIND, settings, entities), ID);
    }

    /** What a crash of the node is to the host: it is gone, and nothing was said or done before. */
    void kill() {
        var watcher = new TestKit(system);
        watcher.watch(host);
        system.stop(host);
        watcher.expectTerminated(host);
    }

    static TransferCommand request(boolean hold, Instant expiresAt) {
        var postings = List.of(new Posting("alice", "bob", 60));
        return new TransferCommand.Request("EUR", postings, "rent", hold, expiresAt, null, null);
    }

    void request() {
        tell(Transfers.REQUEST_ID, request(false, null));
    }

    void tell(String commandId, TransferCommand command) {
        host.tell(command(commandId, command), client.getRef());
    }

    static Command<TransferCommand> command(String commandId, TransferCommand command) {
        var meta = new CommandMeta(commandId, Digest.of(KIND, command), "teller", Instant.EPOCH);
        return new Command<>(KIND.name(), ID, meta, null, Command.NEVER_SENT, command);
    }

    void tick() {
        host.tell(SagaDriver.Tick.INSTANCE, ActorRef.noSender());
    }

    void awaitRest() {
        host.tell(new AwaitRest(KIND.name(), ID), client.getRef());
    }

    Outcome<?, ?> reply() {
        return client.expectMsgClass(Reply.class).outcome();
    }

    TransferAnswer acceptedAnswer() {
        var outcome = reply();
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (TransferAnswer) ((Outcome.Accepted<?, ?>) outcome).answer();
    }

    /** Expects a step at an account and gives it, with what it says about earlier sendings. */
    Command<?> expectStep(String stepId) {
        var step = accounts.expectMsgClass(Command.class);
        assertThat(step.meta().commandId()).isEqualTo(stepId);
        return step;
    }

    void answerStep(String stepId, Outcome<?, ?> outcome) {
        host.tell(new Reply<>("account", stepId, outcome), accounts.getRef());
    }

    static Outcome<?, ?> done() {
        return new Outcome.Accepted<>(null, 7, false);
    }

    static Outcome<?, ?> failed(Outcome.Failure failure, long revision) {
        return new Outcome.Failed<>(failure, revision);
    }

    List<TransferEvent> events() {
        return journal.persistedInStorage(PERSISTENCE_ID).stream()
                .map(journaled -> KIND.recorded((Journaled<?>) journaled).event())
                .toList();
    }
}
