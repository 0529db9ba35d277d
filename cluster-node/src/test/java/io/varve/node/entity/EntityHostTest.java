package io.varve.node.entity;

import static io.varve.node.entity.Outcome.Failure.REVISION_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.EntityMessage.Command;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.junit.jupiter.api.Test;

/** Commands are decided together, journaled as one write and answered after it. */
class EntityHostTest extends AccountHostTests {
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
    void expectedRevision_isRefused_whenItIsNotTheEntitys() {
        startOpened(settings(100, 100, 100, 1_000));
        assertThat(ask("d", 7L, Command.NEVER_SENT, deposit(10))).isEqualTo(failed(REVISION_MISMATCH, 1));
        assertThat(ask("d", 1L, Command.NEVER_SENT, deposit(10))).isEqualTo(accepted(10, 2));
        // A repeat is answered, although the revision has moved on.
        assertThat(ask("d", 1L, Command.NEVER_SENT, deposit(10)))
                .isEqualTo(accepted(10, 2).repeat());
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
}
