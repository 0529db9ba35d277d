package io.varve.node.transfer;

import static io.varve.node.transfer.TransferFixture.FIRST;
import static io.varve.node.transfer.TransferFixture.ID;
import static io.varve.node.transfer.TransferFixture.SINGLE;
import static io.varve.node.transfer.TransferFixture.answer;
import static io.varve.node.transfer.TransferFixture.completed;
import static io.varve.node.transfer.TransferFixture.done;
import static io.varve.node.transfer.TransferFixture.given;
import static io.varve.node.transfer.TransferFixture.refused;
import static io.varve.node.transfer.TransferRefusal.REVERSAL_UNDERWAY;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_NOT_COMPLETED;
import static io.varve.node.transfer.TransferStep.CREDIT;
import static io.varve.node.transfer.TransferStep.DEBIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.transfer.TransferCommand.EndReversal;
import io.varve.node.transfer.TransferCommand.OriginalTold;
import io.varve.node.transfer.TransferCommand.ReversalAnswered;
import io.varve.node.transfer.TransferCommand.Reverse;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.Undone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A completed transfer that is taken back, and the transfer that takes it back. */
class TransferReversalTest {
    @Test
    void reverse_isRejected_whenNotCompletedOrAlreadyUnderway() {
        given(SINGLE).when(new Reverse()).thenRefused(TRANSFER_NOT_COMPLETED);
        given(SINGLE, refused(DEBIT, 0, "x"), new Undone(TransferStatus.REJECTED, "x"))
                .when(new Reverse())
                .thenRefused(TRANSFER_NOT_COMPLETED);
        given(completed(), new TransferEvent.ReversalRequested("t1:reversal"))
                .when(new Reverse())
                .thenRefused(REVERSAL_UNDERWAY);
    }

    @Test
    void reversal_isRequestedStartedAndEnds() {
        var requested = new TransferEvent.ReversalRequested("t1:reversal");
        var started = new TransferEvent.ReversalStarted("t1:reversal");
        given(completed()).when(new Reverse()).then(requested);
        given(completed(), requested)
                .when(new ReversalAnswered("t1:reversal", null))
                .then(started);
        var answer = given(completed(), requested, started)
                .when(new EndReversal("t1:reversal", TransferStatus.COMPLETED, null))
                .then(new TransferEvent.Reversed("t1:reversal"))
                .answer();
        assertThat(answer).isEqualTo(new TransferAnswer(ID, TransferStatus.REVERSED, null, "t1:reversal"));
    }

    @Test
    void reversalRefused_leavesTheTransferCompleted_andTheNextOneHasAnotherId() {
        var requested = new TransferEvent.ReversalRequested("t1:reversal");
        var refused = new TransferEvent.ReversalRefused("t1:reversal", "insufficient-funds");
        var answer = given(completed(), requested)
                .when(new EndReversal("t1:reversal", TransferStatus.REJECTED, "insufficient-funds"))
                .then(refused)
                .answer();
        assertThat(answer.status()).isEqualTo(TransferStatus.COMPLETED);
        given(completed(), requested, refused)
                .when(new Reverse())
                .then(new TransferEvent.ReversalRequested("t1:reversal:2"));
    }

    @Test
    void endOfReversal_isIgnored_whenItIsRepeatedOrOfAnother() {
        var requested = new TransferEvent.ReversalRequested("t1:reversal");
        var reversed = new TransferEvent.Reversed("t1:reversal");
        given(completed(), requested, reversed)
                .when(new EndReversal("t1:reversal", TransferStatus.COMPLETED, null))
                .thenNothing();
        given(completed(), requested, reversed)
                .when(new ReversalAnswered("t1:reversal", null))
                .thenNothing();
        given(completed(), requested)
                .when(new EndReversal("stranger", TransferStatus.COMPLETED, null))
                .thenNothing();
        given(completed())
                .when(new EndReversal("stranger", TransferStatus.COMPLETED, null))
                .thenNothing();
    }

    @Test
    void originalTold_isRecordedOnce() {
        var reversing = List.<TransferEvent>of(
                new TransferEvent.Requested(ID, "EUR", List.of(FIRST), null, false, null, null, "t0"),
                done(DEBIT, 0),
                done(CREDIT, 0),
                new Completed());
        var told = new TransferEvent.OriginalNotified("t0");
        given(reversing).when(new OriginalTold()).then(told);
        given(reversing, told).when(new OriginalTold()).thenNothing();
        given(completed()).when(new OriginalTold()).thenNothing();
    }
}
