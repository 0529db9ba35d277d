package io.varve.node.transfer;

import static io.varve.node.transfer.TransferFixture.DOUBLE;
import static io.varve.node.transfer.TransferFixture.ID;
import static io.varve.node.transfer.TransferFixture.SINGLE;
import static io.varve.node.transfer.TransferFixture.answer;
import static io.varve.node.transfer.TransferFixture.completed;
import static io.varve.node.transfer.TransferFixture.done;
import static io.varve.node.transfer.TransferFixture.given;
import static io.varve.node.transfer.TransferFixture.held;
import static io.varve.node.transfer.TransferFixture.parked;
import static io.varve.node.transfer.TransferFixture.parkedAtRecall;
import static io.varve.node.transfer.TransferFixture.refusal;
import static io.varve.node.transfer.TransferFixture.refused;
import static io.varve.node.transfer.TransferFixture.request;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_EXISTS;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_NOT_COMPLETED;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_NOT_FOUND;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_NOT_HELD;
import static io.varve.node.transfer.TransferRefusal.TRANSFER_NOT_PARKED;
import static io.varve.node.transfer.TransferStep.CREDIT;
import static io.varve.node.transfer.TransferStep.DEBIT;
import static io.varve.node.transfer.TransferStep.HOLD;
import static io.varve.node.transfer.TransferStep.RECALL;
import static io.varve.node.transfer.TransferStep.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.transfer.TransferCommand.EndReversal;
import io.varve.node.transfer.TransferCommand.Expire;
import io.varve.node.transfer.TransferCommand.OriginalTold;
import io.varve.node.transfer.TransferCommand.Post;
import io.varve.node.transfer.TransferCommand.Request;
import io.varve.node.transfer.TransferCommand.Retry;
import io.varve.node.transfer.TransferCommand.ReversalAnswered;
import io.varve.node.transfer.TransferCommand.Reverse;
import io.varve.node.transfer.TransferCommand.StepAnswered;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.Retried;
import io.varve.node.transfer.TransferEvent.Undone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage answers every command; postings are carried out or undone. */
class TransferDeciderTest {
    private static final List<TransferCommand> ONE_OF_EACH = List.of(
            request(SINGLE),
            new Post(null),
            new TransferCommand.Void(),
            new Reverse(),
            new Retry(),
            answer(DEBIT, 0),
            new ReversalAnswered(ID + ":reversal", null),
            new EndReversal(ID + ":reversal", TransferStatus.COMPLETED, null),
            new OriginalTold(),
            new Expire());

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(given(), given(SINGLE), given(held()), given(parkedAtRecall()), given(completed()));
        return stages.stream().flatMap(stage -> ONE_OF_EACH.stream().map(command -> Arguments.of(stage, command)));
    }

    @Test
    void theTable_knowsEveryStageAndCommand() {
        assertThat(ONE_OF_EACH.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(TransferCommand.class.getPermittedSubclasses());
        assertThat(stagesAndCommands()
                        .map(pair -> (DeciderSpec<?, ?, ?, ?, ?>) pair.get()[0])
                        .<Class<?>>map(stage -> stage.state().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(TransferState.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyPairOfStageAndCommand_answers(
            DeciderSpec<TransferCommand, TransferEvent, TransferState, TransferAnswer, TransferRefusal> stage,
            TransferCommand command) {
        var then = stage.when(command);
        assertThat(then.answer().transferId()).isEqualTo(ID);
        if (stage.state() instanceof TransferState.Absent) {
            if (!(command instanceof Request)) {
                then.thenRefusedWithoutTrace(TRANSFER_NOT_FOUND);
            }
        } else if (command instanceof Request) {
            then.thenRefused(TRANSFER_EXISTS);
        } else if (command instanceof Retry && !(stage.state() instanceof TransferState.Parked)) {
            then.thenRefused(TRANSFER_NOT_PARKED);
        } else if (command instanceof Reverse && !(stage.state() instanceof TransferState.Ended)) {
            then.thenRefused(TRANSFER_NOT_COMPLETED);
        } else if ((command instanceof Post || command instanceof TransferCommand.Void)
                && !(stage.state() instanceof TransferState.Held)) {
            then.thenRefused(TRANSFER_NOT_HELD);
        }
    }

    @Test
    void request_isAccepted_whenAbsent() {
        var answer = given().when(request(SINGLE)).then(SINGLE).answer();
        assertThat(answer).isEqualTo(new TransferAnswer(ID, TransferStatus.ACCEPTED, null, null));
    }

    @Test
    void singlePosting_completes_afterDebitAndCredit() {
        given(SINGLE).when(answer(DEBIT, 0)).then(done(DEBIT, 0));
        given(SINGLE, done(DEBIT, 0)).when(answer(CREDIT, 0)).then(List.of(done(CREDIT, 0), new Completed()));
    }

    @Test
    void severalPostings_areAllDebited_beforeAnyIsCredited() {
        given(DOUBLE, done(DEBIT, 0)).when(answer(CREDIT, 0)).thenNothing();
        given(DOUBLE, done(DEBIT, 0)).when(answer(DEBIT, 1)).then(done(DEBIT, 1));
    }

    @Test
    void firstDebitRefused_rejectsAtOnce() {
        var answer = given(DOUBLE)
                .when(refusal(DEBIT, 0, "insufficient-funds"))
                .then(List.of(
                        refused(DEBIT, 0, "insufficient-funds"),
                        new Undone(TransferStatus.REJECTED, "insufficient-funds")))
                .answer();
        assertThat(answer).isEqualTo(new TransferAnswer(ID, TransferStatus.REJECTED, "insufficient-funds", null));
    }

    @Test
    void secondDebitRefused_refundsTheFirst() {
        given(DOUBLE, done(DEBIT, 0))
                .when(refusal(DEBIT, 1, "account-closed"))
                .then(refused(DEBIT, 1, "account-closed"));
        given(DOUBLE, done(DEBIT, 0), refused(DEBIT, 1, "account-closed"))
                .when(answer(REFUND, 0))
                .then(List.of(done(REFUND, 0), new Undone(TransferStatus.ROLLED_BACK, "account-closed")));
    }

    @Test
    void lastCreditRefused_undoesEveryCreditAndDebit() {
        var before = List.<TransferEvent>of(
                DOUBLE, done(DEBIT, 0), done(DEBIT, 1), done(CREDIT, 0), refused(CREDIT, 1, "currency-mismatch"));
        given(before).when(answer(RECALL, 0)).then(done(RECALL, 0));
        given(before, done(RECALL, 0)).when(answer(REFUND, 0)).then(done(REFUND, 0));
        given(before, done(RECALL, 0), done(REFUND, 0))
                .when(answer(REFUND, 1))
                .then(List.of(done(REFUND, 1), new Undone(TransferStatus.ROLLED_BACK, "currency-mismatch")));
    }

    @Test
    void recallRefused_parks_andRetryGoesOnThere() {
        var parked = parkedAtRecall();
        var answer = given(parked.subList(0, 5))
                .when(refusal(RECALL, 0, "insufficient-funds"))
                .then(parked(RECALL, 0, "insufficient-funds"))
                .answer();
        assertThat(answer).isEqualTo(new TransferAnswer(ID, TransferStatus.PARKED, "insufficient-funds", null));
        given(parked).when(new Retry()).then(new Retried(1));
        given(parked, new Retried(1)).when(new StepAnswered(RECALL, 0, 1, null)).then(done(RECALL, 0));
        given(parked, new Retried(1))
                .when(new StepAnswered(RECALL, 0, 1, "insufficient-funds"))
                .then(parked(RECALL, 0, "insufficient-funds"));
        given(parked, new Retried(1), parked(RECALL, 0, "account-closed"))
                .when(new Retry())
                .then(new Retried(2));
    }

    @Test
    void stepAnswer_isIgnored_whenItIsLateOrRepeated() {
        given(SINGLE, done(DEBIT, 0)).when(answer(DEBIT, 0)).thenNothing();
        given(SINGLE, done(DEBIT, 0))
                .when(refusal(DEBIT, 0, "insufficient-funds"))
                .thenNothing();
        given(completed()).when(answer(CREDIT, 0)).thenNothing();
        given(held()).when(answer(HOLD, 1)).thenNothing();
        given(parkedAtRecall()).when(refusal(RECALL, 0, "insufficient-funds")).thenNothing();
        // The answer to the attempt before the operator's retry.
        given(parkedAtRecall(), new Retried(1)).when(answer(RECALL, 0)).thenNothing();
    }
}
