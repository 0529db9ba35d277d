package io.varve.node.transfer;

import static io.varve.node.transfer.TransferFixture.FIRST;
import static io.varve.node.transfer.TransferFixture.HELD_DOUBLE;
import static io.varve.node.transfer.TransferFixture.SECOND;
import static io.varve.node.transfer.TransferFixture.answer;
import static io.varve.node.transfer.TransferFixture.completed;
import static io.varve.node.transfer.TransferFixture.done;
import static io.varve.node.transfer.TransferFixture.given;
import static io.varve.node.transfer.TransferFixture.held;
import static io.varve.node.transfer.TransferFixture.heldSingle;
import static io.varve.node.transfer.TransferFixture.refused;
import static io.varve.node.transfer.TransferRefusal.AMOUNT_ABOVE_HOLD;
import static io.varve.node.transfer.TransferRefusal.PART_OF_SEVERAL_POSTINGS;
import static io.varve.node.transfer.TransferStep.CAPTURE;
import static io.varve.node.transfer.TransferStep.CREDIT;
import static io.varve.node.transfer.TransferStep.HOLD;
import static io.varve.node.transfer.TransferStep.REFUND;
import static io.varve.node.transfer.TransferStep.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.transfer.TransferCommand.Expire;
import io.varve.node.transfer.TransferCommand.Post;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.ExpiryDue;
import io.varve.node.transfer.TransferEvent.Posted;
import io.varve.node.transfer.TransferEvent.Undone;
import io.varve.node.transfer.TransferEvent.VoidRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that is set aside first. */
class TransferHoldTest {
    @Test
    void hold_holdsEveryPosting_thenWaits() {
        given(HELD_DOUBLE).when(answer(HOLD, 0)).then(done(HOLD, 0));
        var answer = given(HELD_DOUBLE, done(HOLD, 0))
                .when(answer(HOLD, 1))
                .then(List.of(done(HOLD, 1), new TransferEvent.Held()))
                .answer();
        assertThat(answer.status()).isEqualTo(TransferStatus.HELD);
    }

    @Test
    void holdRefused_releasesWhatIsHeld() {
        var before = List.<TransferEvent>of(HELD_DOUBLE, done(HOLD, 0), refused(HOLD, 1, "account-not-found"));
        given(before)
                .when(answer(RELEASE, 0))
                .then(List.of(done(RELEASE, 0), new Undone(TransferStatus.ROLLED_BACK, "account-not-found")));
    }

    @Test
    void post_capturesEveryHold_thenCredits() {
        given(held()).when(new Post(null)).then(new Posted(List.of(FIRST, SECOND)));
        var posted = new Posted(List.of(FIRST, SECOND));
        given(held(), posted).when(answer(CAPTURE, 0)).then(done(CAPTURE, 0));
        given(held(), posted, done(CAPTURE, 0)).when(answer(CAPTURE, 1)).then(done(CAPTURE, 1));
        given(held(), posted, done(CAPTURE, 0), done(CAPTURE, 1), done(CREDIT, 0))
                .when(answer(CREDIT, 1))
                .then(List.of(done(CREDIT, 1), new Completed()));
    }

    @Test
    void post_ofAPart_movesThePart() {
        var part = new Posting(FIRST.from(), FIRST.to(), 25);
        given(heldSingle()).when(new Post(25L)).then(new Posted(List.of(part)));
        given(heldSingle(), new Posted(List.of(part)))
                .when(answer(CAPTURE, 0))
                .then(new TransferEvent.StepDone(CAPTURE, 0, FIRST.from(), 25));
    }

    @Test
    void post_isRejected_whenAboveTheHoldOrAPartOfSeveral() {
        given(heldSingle()).when(new Post(61L)).thenRefused(AMOUNT_ABOVE_HOLD);
        given(held()).when(new Post(10L)).thenRefused(PART_OF_SEVERAL_POSTINGS);
    }

    @Test
    void voidAndExpiry_releaseEveryHold() {
        given(held()).when(new TransferCommand.Void()).then(new VoidRequested());
        given(held()).when(new Expire()).then(new ExpiryDue());
        given(held(), new VoidRequested(), done(RELEASE, 0))
                .when(answer(RELEASE, 1))
                .then(List.of(done(RELEASE, 1), new Undone(TransferStatus.VOIDED, null)));
        given(held(), new ExpiryDue(), done(RELEASE, 0))
                .when(answer(RELEASE, 1))
                .then(List.of(done(RELEASE, 1), new Undone(TransferStatus.EXPIRED, null)));
    }

    @Test
    void expiry_isIgnored_whenTheHoldIsGone() {
        given(held(), new Posted(List.of(FIRST, SECOND))).when(new Expire()).thenNothing();
        given(completed()).when(new Expire()).thenNothing();
    }

    @Test
    void postedThenRefused_refundsWhatWasCaptured() {
        given(heldSingle(), new Posted(List.of(FIRST)), done(CAPTURE, 0), refused(CREDIT, 0, "account-closed"))
                .when(answer(REFUND, 0))
                .then(List.of(done(REFUND, 0), new Undone(TransferStatus.ROLLED_BACK, "account-closed")));
    }
}
