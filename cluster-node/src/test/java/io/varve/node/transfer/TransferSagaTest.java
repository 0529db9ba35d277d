package io.varve.node.transfer;

import static io.varve.node.transfer.TransferFixture.DOUBLE;
import static io.varve.node.transfer.TransferFixture.EXPIRY;
import static io.varve.node.transfer.TransferFixture.FIRST;
import static io.varve.node.transfer.TransferFixture.HELD_SINGLE;
import static io.varve.node.transfer.TransferFixture.ID;
import static io.varve.node.transfer.TransferFixture.SINGLE;
import static io.varve.node.transfer.TransferFixture.completed;
import static io.varve.node.transfer.TransferFixture.done;
import static io.varve.node.transfer.TransferFixture.given;
import static io.varve.node.transfer.TransferFixture.held;
import static io.varve.node.transfer.TransferFixture.heldSingle;
import static io.varve.node.transfer.TransferFixture.parkedAtRecall;
import static io.varve.node.transfer.TransferFixture.refused;
import static io.varve.node.transfer.TransferStep.CAPTURE;
import static io.varve.node.transfer.TransferStep.CREDIT;
import static io.varve.node.transfer.TransferStep.DEBIT;
import static io.varve.node.transfer.TransferStep.HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.DeciderSpec;
import io.varve.node.entity.Outcome;
import io.varve.node.entity.Saga.Step;
import io.varve.node.transfer.TransferEvent.Posted;
import io.varve.node.transfer.TransferEvent.Retried;
import io.varve.node.transfer.TransferEvent.ReversalRequested;
import io.varve.node.transfer.TransferEvent.ReversalStarted;
import io.varve.node.transfer.TransferEvent.VoidRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferSagaTest {
    private static final TransferSaga SAGA = new TransferSaga();

    private static Step due(DeciderSpec<TransferCommand, TransferEvent, TransferState, ?, ?> transfer) {
        return SAGA.due(transfer.state()).orElseThrow();
    }

    @Test
    void due_isEachDebitThenEachCredit() {
        assertThat(due(given(DOUBLE)))
                .isEqualTo(new Step(
                        "transfer:t1/0/debit/0",
                        "account",
                        "alice",
                        new AccountCommand.Debit(ID, "t1/0", 60, "EUR", DebitPurpose.TRANSFER, null, "rent")));
        assertThat(due(given(DOUBLE, done(DEBIT, 0))).stepId()).isEqualTo("transfer:t1/1/debit/0");
        assertThat(due(given(DOUBLE, done(DEBIT, 0), done(DEBIT, 1))))
                .isEqualTo(new Step(
                        "transfer:t1/0/credit/0",
                        "account",
                        "bob",
                        new AccountCommand.Credit(ID, "t1/0", 60, "EUR", CreditPurpose.TRANSFER, null, "rent")));
    }

    @Test
    void due_isTheHold_thenTheCapture() {
        assertThat(due(given(HELD_SINGLE)).command()).isEqualTo(new AccountCommand.Hold(ID, "t1/0", 60, "EUR"));
        var part = new Posted(List.of(new Posting("alice", "bob", 25)));
        assertThat(due(given(heldSingle(), part)).command())
                .isEqualTo(new AccountCommand.Capture("t1/0", 25, null, "rent"));
        var captured = new TransferEvent.StepDone(CAPTURE, 0, "alice", 25);
        assertThat(due(given(heldSingle(), part, captured)).command())
                .isEqualTo(new AccountCommand.Credit(ID, "t1/0", 25, "EUR", CreditPurpose.TRANSFER, null, "rent"));
    }

    @Test
    void due_isTheRelease_whenVoided() {
        assertThat(due(given(held(), new VoidRequested())))
                .isEqualTo(new Step("transfer:t1/0/release/0", "account", "alice", new AccountCommand.Release("t1/0")));
    }

    @Test
    void due_isTheRefund_whenTheCreditIsRefused() {
        assertThat(due(given(SINGLE, done(DEBIT, 0), refused(CREDIT, 0, "account-closed"))))
                .isEqualTo(new Step(
                        "transfer:t1/0/refund/0",
                        "account",
                        "alice",
                        new AccountCommand.Credit(ID, "t1/0", 60, "EUR", CreditPurpose.REFUND, null, "rent")));
    }

    @Test
    void retriedStep_hasANewId_sinceTheOldOneIsRememberedAsRefused() {
        assertThat(SAGA.due(given(parkedAtRecall()).state())).isEmpty();
        assertThat(due(given(parkedAtRecall(), new Retried(1))))
                .isEqualTo(new Step(
                        "transfer:t1/0/recall/1",
                        "account",
                        "bob",
                        new AccountCommand.Debit(ID, "t1/0", 60, "EUR", DebitPurpose.RECALL, null, "rent")));
    }

    @Test
    void answered_tellsTheStepItsAttemptAndTheReason() {
        var accepted = new Outcome.Accepted<>(null, 7, false);
        assertThat(SAGA.answered(due(given(parkedAtRecall(), new Retried(3))), accepted))
                .isEqualTo(new TransferCommand.StepAnswered(TransferStep.RECALL, 0, 3, null));
        var refused = new Outcome.Refused<>(AccountRefusal.INSUFFICIENT_FUNDS, 7, true);
        assertThat(SAGA.answered(due(given(DOUBLE, done(DEBIT, 0))), refused))
                .isEqualTo(new TransferCommand.StepAnswered(DEBIT, 1, 0, "insufficient-funds"));
    }

    @Test
    void answered_isNotMisled_bySlashesInTheTransferId() {
        var step = new Step("transfer:a/b/0/credit/12/0/hold/2", "account", "x", new AccountCommand.Release("x"));
        assertThat(SAGA.answered(step, new Outcome.Accepted<>(null, 1, false)))
                .isEqualTo(new TransferCommand.StepAnswered(HOLD, 0, 2, null));
    }

    @Test
    void alarm_isSetOnlyWhileHeld() {
        assertThat(SAGA.alarm(given(heldSingle()).state())).contains(EXPIRY);
        assertThat(SAGA.alarm(given(HELD_SINGLE).state())).isEmpty();
        assertThat(SAGA.alarm(given(heldSingle(), new Posted(List.of(FIRST))).state()))
                .isEmpty();
        assertThat(SAGA.alarmed()).isEqualTo(new TransferCommand.Expire());
    }

    @Test
    void resting_isHeldParkedOrEnded_andOnlyAQuietOneMayLeaveMemory() {
        assertThat(SAGA.resting(given(SINGLE).state())).isFalse();
        assertThat(SAGA.resting(given(heldSingle()).state())).isTrue();
        assertThat(SAGA.resting(given(parkedAtRecall()).state())).isTrue();
        assertThat(SAGA.resting(given(completed()).state())).isTrue();
        assertThat(SAGA.forgettable(given(SINGLE).state())).isFalse();
        assertThat(SAGA.forgettable(given(heldSingle()).state())).isFalse();
        assertThat(SAGA.forgettable(given(parkedAtRecall()).state())).isTrue();
        assertThat(SAGA.forgettable(given(completed()).state())).isTrue();
    }

    @Test
    void resting_isNotBegunNorWithAStepDue() {
        assertThat(SAGA.resting(given().state())).isFalse();
        var requested = new ReversalRequested("t1:reversal");
        assertThat(SAGA.resting(given(completed(), requested).state())).isFalse();
        assertThat(SAGA.resting(given(completed(), requested, new ReversalStarted("t1:reversal"))
                        .state()))
                .isTrue();
    }

    @Test
    void reversal_isRequestedWithThePostingsTurnedRound() {
        var step = due(given(completed(), new ReversalRequested("t1:reversal")));
        assertThat(step)
                .isEqualTo(new Step(
                        Transfers.REQUEST_ID,
                        "transfer",
                        "t1:reversal",
                        new TransferCommand.Request(
                                "EUR",
                                List.of(new Posting("bob", "alice", 60)),
                                "Reversal of t1",
                                false,
                                null,
                                null,
                                "t1")));
        assertThat(SAGA.answered(step, new Outcome.Accepted<>(null, 1, false)))
                .isEqualTo(new TransferCommand.ReversalAnswered("t1:reversal", null));
        var started = given(completed(), new ReversalRequested("t1:reversal"), new ReversalStarted("t1:reversal"));
        assertThat(SAGA.due(started.state())).isEmpty();
    }

    @Test
    void reversal_isRefused_whenItsIdIsTaken() {
        var step = due(given(completed(), new ReversalRequested("t1:reversal")));
        assertThat(SAGA.answered(step, new Outcome.Failed<>(Outcome.Failure.COMMAND_ID_REUSED, 3)))
                .isEqualTo(new TransferCommand.ReversalAnswered("t1:reversal", "command-id-reused"));
    }

    @Test
    void endOfTheReversal_isToldToTheOriginal_untilItKnows() {
        var reversing = List.<TransferEvent>of(
                new TransferEvent.Requested(ID, "EUR", List.of(FIRST), null, false, null, null, "t0"),
                refused(DEBIT, 0, "insufficient-funds"),
                new TransferEvent.Undone(TransferStatus.REJECTED, "insufficient-funds"));
        var step = due(given(reversing));
        assertThat(step)
                .isEqualTo(new Step(
                        "reversal-ended:t1",
                        "transfer",
                        "t0",
                        new TransferCommand.EndReversal(ID, TransferStatus.REJECTED, "insufficient-funds")));
        assertThat(SAGA.answered(step, new Outcome.Accepted<>(null, 1, false)))
                .isEqualTo(new TransferCommand.OriginalTold());
        assertThat(SAGA.due(given(reversing, new TransferEvent.OriginalNotified("t0"))
                        .state()))
                .isEmpty();
    }
}
