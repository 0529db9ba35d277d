package io.varve.node.entity;

import static io.varve.node.entity.Outcome.Failure.COMMAND_ID_REUSED;
import static io.varve.node.entity.Outcome.Failure.OUTCOME_UNKNOWN;
import static io.varve.node.entity.Outcome.Failure.OVERLOADED;
import static io.varve.node.entity.Outcome.Failure.REVISION_MISMATCH;
import static io.varve.node.entity.Outcome.Failure.TOO_OLD_TO_TELL;
import static io.varve.node.entity.Outcome.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.InvalidActorNameException;
import org.apache.pekko.persistence.testkit.Reject;
import org.apache.pekko.persistence.testkit.StorageFailure;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.persistence.testkit.javadsl.SnapshotTestKit;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The host of an account, over a journal whose writes the test holds up, lets through or fails. */
class EntityHostTest {
    private static final EntityKind<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> KIND =
            AccountKind.create();
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final String ID = "alice";
    private static final String PERSISTENCE_ID = "account|alice";

    private static ActorSystem system;
    private static PersistenceTestKit journal;
    private static SnapshotTestKit snapshots;

    private final JournalGate gate = new JournalGate();
    private final TestKit client = new TestKit(system);
    private ActorRef host;

    @BeforeAll
    static void startSystem() {
        system = HostSystem.create();
        journal = PersistenceTestKit.create(system);
        snapshots = SnapshotTestKit.create(system);
    }

    @AfterAll
    static void stopSystem() {
        TestKit.shutdownActorSystem(system);
    }

    @AfterEach
    void forget() {
        gate.open();
        stop();
        journal.resetPolicy();
        journal.clearAll();
        snapshots.clearAll();
    }

    @Test
    void commandsThatArriveDuringAWrite_areOneAtomicWrite() {
        start(settings(100, 100, 100, 1_000));
        gate.close();
        tell("open", open());
        gate.awaitWrites(1);
        for (int n = 1; n <= 5; n++) {
            tell("d" + n, deposit(10));
        }
        gate.open();
        assertThat(reply()).isEqualTo(accepted(0, 1));
        for (int n = 1; n <= 5; n++) {
            assertThat(reply()).isEqualTo(accepted(10L * n, 1 + n));
        }
        assertThat(gate.writes()).containsExactly(1, 5);
    }

    @Test
    void aGroup_isNoLargerThanItsLimit() {
        start(settings(100, 3, 100, 1_000));
        gate.close();
        tell("open", open());
        gate.awaitWrites(1);
        for (int n = 1; n <= 5; n++) {
            tell("d" + n, deposit(10));
        }
        gate.open();
        client.receiveN(6);
        assertThat(gate.writes()).containsExactly(1, 3, 2);
    }

    @Test
    void answers_areGivenOnlyAfterTheWrite() {
        start(settings(100, 100, 100, 1_000));
        gate.close();
        tell("open", open());
        gate.awaitWrites(1);
        client.expectNoMessage(Duration.ofMillis(100));
        gate.open();
        assertThat(reply()).isEqualTo(accepted(0, 1));
    }

    @Test
    void whoWhenAndWhichCommand_areRecordedBesideTheEvent() {
        startOpened(settings(100, 100, 100, 1_000));
        assertThat(ask("w", new AccountCommand.Withdraw(5, null, null))).isInstanceOf(Outcome.Refused.class);
        var meta = new CommandMeta("w", Digest.of(KIND, new AccountCommand.Withdraw(5, null, null)), "teller", AT);
        var refused = new AccountEvent.CommandRefused(ID, "withdraw", AccountRefusal.INSUFFICIENT_FUNDS);
        assertThat(journal.persistedInStorage(PERSISTENCE_ID).get(1))
                .isEqualTo(new Journaled<>("account", new Recorded<>(meta, refused)));
    }

    @Test
    void repeat_answersAsTheFirstTime_andSaysSo() {
        startOpened(settings(100, 100, 100, 1_000));
        assertThat(ask("d", deposit(10))).isEqualTo(accepted(10, 2));
        assertThat(ask("e", deposit(5))).isEqualTo(accepted(15, 3));
        assertThat(ask("d", deposit(10))).isEqualTo(accepted(10, 2).repeat());
        restart(settings(100, 100, 100, 1_000));
        assertThat(ask("d", deposit(10))).isEqualTo(accepted(10, 2).repeat());
    }

    @Test
    void repeat_inTheSameGroup_isRecognised() {
        start(settings(100, 100, 100, 1_000));
        gate.close();
        tell("open", open());
        gate.awaitWrites(1);
        tell("d", deposit(10));
        tell("d", deposit(10));
        gate.open();
        assertThat(reply()).isEqualTo(accepted(0, 1));
        assertThat(reply()).isEqualTo(accepted(10, 2));
        assertThat(reply()).isEqualTo(accepted(10, 2).repeat());
    }

    @Test
    void commandId_isRefused_whenReusedWithOtherContent() {
        startOpened(settings(100, 100, 100, 1_000));
        ask("d", deposit(10));
        assertThat(ask("d", deposit(11))).isEqualTo(failed(COMMAND_ID_REUSED, 2));
    }

    @Test
    void expectedRevision_isRefused_whenItIsNotTheEntitys() {
        startOpened(settings(100, 100, 100, 1_000));
        assertThat(ask("d", 7L, Command.NEVER_SENT, deposit(10))).isEqualTo(failed(REVISION_MISMATCH, 1));
        assertThat(ask("d", 1L, Command.NEVER_SENT, deposit(10))).isEqualTo(accepted(10, 2));
        // A repeat is answered, although the revision has moved on.
        assertThat(ask("d", 1L, Command.NEVER_SENT, deposit(10)))
                .isEqualTo(accepted(10, 2).repeat());
    }

    @Test
    void refusal_isRemembered_afterARestartAndWhenTheStateWouldAllowIt() {
        startOpened(settings(100, 100, 100, 1_000));
        var refused = new Outcome.Refused<AccountAnswer, AccountRefusal>(AccountRefusal.INSUFFICIENT_FUNDS, 2, false);
        assertThat(ask("w", new AccountCommand.Withdraw(5, null, null))).isEqualTo(refused);
        ask("d", deposit(10));
        assertThat(ask("w", new AccountCommand.Withdraw(5, null, null))).isEqualTo(refused.repeat());
        restart(settings(100, 100, 100, 1_000));
        assertThat(ask("w", new AccountCommand.Withdraw(5, null, null))).isEqualTo(refused.repeat());
    }

    @Test
    void snapshot_holdsTheStateAndTheMemory() {
        startOpened(settings(100, 100, 3, 5));
        for (int n = 2; n <= 10; n++) {
            ask("d" + n, deposit(10));
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> snapshots.persistedInStorage(PERSISTENCE_ID).size() == 2);
        // What follows can come from the snapshot only.
        stop();
        journal.clearByIdPreservingSeqNumbers(PERSISTENCE_ID);
        start(settings(100, 100, 3, 5));
        assertThat(ask("d8", deposit(10))).isEqualTo(accepted(70, 8).repeat());
        assertThat(ask("d2", null, 6, deposit(10))).isEqualTo(failed(TOO_OLD_TO_TELL, 10));
        assertThat(ask("d11", deposit(10))).isEqualTo(accepted(100, 11));
    }

    @Test
    void commandThatMayBeARepeat_isNotCarriedOut_whenTheMemoryDoesNotReachBack() {
        startOpened(settings(100, 100, 2, 1_000));
        ask("a", deposit(1));
        ask("b", deposit(1));
        ask("c", deposit(1));
        // "open" and "a" are forgotten, up to revision 2.
        assertThat(ask("a", null, 0, deposit(1))).isEqualTo(failed(TOO_OLD_TO_TELL, 4));
        assertThat(ask("x", null, 1, deposit(1))).isEqualTo(failed(TOO_OLD_TO_TELL, 4));
        assertThat(ask("x", null, 2, deposit(1))).isEqualTo(accepted(4, 5));
        assertThat(ask("c", null, 0, deposit(1))).isEqualTo(accepted(3, 4).repeat());
    }

    @Test
    void failedWrite_answersOutcomeUnknown_andUnavailableToThoseWhoWaited() {
        startOpened(settings(100, 100, 100, 1_000));
        gate.close();
        gate.failWith(StorageFailure.create());
        assertFails(host, "inFlight", "waiting");
    }

    @Test
    void rejectedWrite_answersOutcomeUnknown_andUnavailableToThoseWhoWaited() {
        startOpened(settings(100, 100, 100, 1_000));
        gate.close();
        gate.failWith(Reject.create());
        assertFails(host, "inFlight", "waiting");
    }

    private void assertFails(ActorRef failing, String inFlight, String waiting) {
        client.watch(failing);
        tell(inFlight, deposit(10));
        gate.awaitWrites(2);
        tell(waiting, deposit(20));
        gate.open();
        assertThat(((Outcome.Failed<?, ?>) reply()).failure()).isEqualTo(OUTCOME_UNKNOWN);
        assertThat(((Outcome.Failed<?, ?>) reply()).failure()).isEqualTo(UNAVAILABLE);
        client.expectTerminated(failing);
        gate.succeed();
        start(settings(100, 100, 100, 1_000));
        // It was not durable this time; the repeat takes effect once.
        assertThat(ask(inFlight, deposit(10))).isEqualTo(accepted(10, 2));
        assertThat(ask(waiting, deposit(20))).isEqualTo(accepted(30, 3));
    }

    @Test
    void tooManyCommands_areAnsweredOverloaded_atOnce() {
        startOpened(settings(2, 100, 100, 1_000));
        gate.close();
        tell("a", deposit(1));
        gate.awaitWrites(2);
        tell("b", deposit(1));
        tell("c", deposit(1));
        tell("d", deposit(1));
        assertThat(reply()).isEqualTo(failed(OVERLOADED, 1));
        gate.open();
        assertThat(reply()).isEqualTo(accepted(1, 2));
        assertThat(reply()).isEqualTo(accepted(2, 3));
        assertThat(reply()).isEqualTo(accepted(3, 4));
    }

    @Test
    void stop_finishesWhatItHasBegun() {
        startOpened(settings(100, 100, 100, 1_000));
        client.watch(host);
        gate.close();
        tell("a", deposit(1));
        gate.awaitWrites(2);
        tell("b", deposit(1));
        host.tell(EntityHost.Stop.INSTANCE, ActorRef.noSender());
        gate.open();
        assertThat(reply()).isEqualTo(accepted(1, 2));
        assertThat(reply()).isEqualTo(accepted(2, 3));
        client.expectTerminated(host);
    }

    private static EntitySettings settings(int pending, int group, int memory, long snapshotEvery) {
        return new EntitySettings(pending, group, memory, snapshotEvery, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    private void start(EntitySettings settings) {
        journal.withPolicy(gate);
        // The name is free a moment after the watchers know that its bearer is gone.
        host = await().ignoreException(InvalidActorNameException.class)
                .until(() -> system.actorOf(EntityHost.props(KIND, settings, null), ID), Objects::nonNull);
    }

    private void startOpened(EntitySettings settings) {
        start(settings);
        assertThat(ask("open", open())).isEqualTo(accepted(0, 1));
    }

    private void restart(EntitySettings settings) {
        stop();
        start(settings);
    }

    private void stop() {
        var watcher = new TestKit(system);
        watcher.watch(host);
        host.tell(EntityHost.Stop.INSTANCE, ActorRef.noSender());
        watcher.expectTerminated(host);
    }

    private Outcome<?, ?> ask(String commandId, AccountCommand command) {
        return ask(commandId, null, Command.NEVER_SENT, command);
    }

    private Outcome<?, ?> ask(String commandId, Long expectedRevision, long searchedTo, AccountCommand command) {
        tell(commandId, expectedRevision, searchedTo, command);
        return reply();
    }

    private void tell(String commandId, AccountCommand command) {
        tell(commandId, null, Command.NEVER_SENT, command);
    }

    private void tell(String commandId, Long expectedRevision, long searchedTo, AccountCommand command) {
        var meta = new CommandMeta(commandId, Digest.of(KIND, command), "teller", AT);
        host.tell(new Command<>(KIND.name(), ID, meta, expectedRevision, searchedTo, command), client.getRef());
    }

    private Outcome<?, ?> reply() {
        return client.expectMsgClass(Reply.class).outcome();
    }

    private static AccountCommand open() {
        return new AccountCommand.Open("Alice", "EUR", 0, Map.of());
    }

    private static AccountCommand deposit(long amountMinor) {
        return new AccountCommand.Deposit(amountMinor, null, null);
    }

    private static Outcome<AccountAnswer, AccountRefusal> accepted(long balanceMinor, long revision) {
        return new Outcome.Accepted<>(new AccountAnswer(ID, balanceMinor, 0, balanceMinor), revision, false);
    }

    private static Outcome<?, ?> failed(Outcome.Failure failure, long revision) {
        return new Outcome.Failed<>(failure, revision);
    }
}
