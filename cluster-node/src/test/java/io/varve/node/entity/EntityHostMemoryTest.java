package io.varve.node.entity;

import static io.varve.node.entity.Outcome.Failure.COMMAND_ID_REUSED;
import static io.varve.node.entity.Outcome.Failure.TOO_OLD_TO_TELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A command that comes again is recognised, as far back as the memory of commands reaches. */
class EntityHostMemoryTest extends AccountHostTests {
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
}
