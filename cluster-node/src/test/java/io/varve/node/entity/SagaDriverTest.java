package io.varve.node.entity;

import static io.varve.node.entity.Outcome.Failure.COMMAND_ID_REUSED;
import static io.varve.node.entity.Outcome.Failure.OUTCOME_UNKNOWN;
import static io.varve.node.entity.Outcome.Failure.OVERLOADED;
import static io.varve.node.entity.Outcome.Failure.TOO_OLD_TO_TELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.transfer.TransferCommand;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.TransferStep;
import io.varve.node.transfer.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.junit.jupiter.api.Test;

/** What is due is sent until it is answered, whatever happens meanwhile, and never as new when it may not be. */
class SagaDriverTest extends TransferHostTests {
    @Test
    void steps_areSentOneAfterTheOther_eachAsNew() {
        start(PATIENT);
        request();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.ACCEPTED);
        var debit = expectStep(DEBIT);
        assertThat(debit.entityId()).isEqualTo("alice");
        assertThat(debit.searchedTo()).isEqualTo(Command.NEVER_SENT);
        assertThat(debit.meta().by()).isEqualTo("transfer:t1");
        answerStep(DEBIT, done());
        assertThat(expectStep(CREDIT).searchedTo()).isEqualTo(Command.NEVER_SENT);
        awaitRest();
        answerStep(CREDIT, done());
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.COMPLETED);
    }

    @Test
    void steps_areSentAsRepeats_afterACrash_untilTheSagaRests() {
        start(PATIENT);
        request();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
        kill();
        start(PATIENT);
        assertThat(expectStep(DEBIT).searchedTo()).isZero();
        answerStep(DEBIT, done());
        assertThat(expectStep(CREDIT).searchedTo()).isZero();
        answerStep(CREDIT, done());
        awaitRest();
        acceptedAnswer();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.COMPLETED);
    }

    @Test
    void outcomesOfTheSteps_areJournaledInOneWrite_whenTheLastIsKnown() {
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
        assertThat(events()).hasSize(1);
        gate.close();
        answerStep(CREDIT, done());
        gate.awaitWrites(1);
        awaitRest();
        client.expectNoMessage(Duration.ofMillis(100));
        gate.open();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(events()).hasSize(4);
    }

    @Test
    void whoAsksInBetween_isAnsweredWhenWhatHappenedBeforeIsDurable() {
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
        tell("void", new TransferCommand.Void());
        assertThat(reply()).isInstanceOf(Outcome.Refused.class);
        assertThat(events()).hasSize(3);
        kill();
        start(PATIENT);
        expectStep(CREDIT);
    }

    @Test
    void clientsCommandNamedLikeAnAnswer_isAnswered() {
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        tell("answer:" + DEBIT, new TransferCommand.StepAnswered(TransferStep.DEBIT, 0, 0, null));
        acceptedAnswer();
    }

    @Test
    void unansweredStep_isSentAgain_asARepeat() {
        start(IMPATIENT);
        request();
        var first = expectStep(DEBIT);
        tick();
        var again = expectStep(DEBIT);
        assertThat(again.searchedTo()).isZero();
        assertThat(again.meta().digest()).isEqualTo(first.meta().digest());
    }

    @Test
    void failureThatIsNoOutcome_leavesTheStepDue() {
        start(IMPATIENT);
        request();
        expectStep(DEBIT);
        answerStep(DEBIT, failed(OVERLOADED, 3));
        answerStep(DEBIT, failed(OUTCOME_UNKNOWN, 3));
        tick();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
    }

    @Test
    void refusalAndReusedId_areAnswers() {
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        awaitRest();
        answerStep(DEBIT, failed(COMMAND_ID_REUSED, 3));
        var answer = acceptedAnswer();
        assertThat(answer.status()).isEqualTo(TransferStatus.REJECTED);
        assertThat(answer.reason()).isEqualTo("command-id-reused");
    }

    @Test
    void answerToAnEarlierStep_isIgnored() {
        start(PATIENT);
        request();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
        answerStep(DEBIT, new Outcome.Refused<>(AccountRefusal.INSUFFICIENT_FUNDS, 9, false));
        answerStep(CREDIT, done());
        awaitRest();
        acceptedAnswer();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(events()).noneMatch(TransferEvent.StepRefused.class::isInstance);
    }

    @Test
    void stepTooOldToTell_isFoundInTheJournalOfItsTarget() {
        var meta = new CommandMeta(DEBIT, "digest", "transfer:t1", Instant.EPOCH);
        var refused = new AccountEvent.CommandRefused("alice", "debit", AccountRefusal.INSUFFICIENT_FUNDS);
        journal.persistForRecovery("account|alice", List.of(new Journaled<>("account", new Recorded<>(meta, refused))));
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        awaitRest();
        answerStep(DEBIT, failed(TOO_OLD_TO_TELL, 8));
        assertThat(acceptedAnswer().reason()).isEqualTo("insufficient-funds");
    }

    @Test
    void stepTooOldToTell_isSentAgain_whenTheJournalDoesNotHoldIt() {
        start(PATIENT);
        request();
        expectStep(DEBIT);
        answerStep(DEBIT, failed(TOO_OLD_TO_TELL, 8));
        assertThat(expectStep(DEBIT).searchedTo()).isEqualTo(8);
    }

    @Test
    void alarm_isToldWhenItHasCome() {
        start(PATIENT);
        tell(Transfers.REQUEST_ID, request(true, Instant.now().minusSeconds(1)));
        expectStep("transfer:t1/0/hold/0");
        answerStep("transfer:t1/0/hold/0", done());
        acceptedAnswer();
        awaitRest();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.HELD);
        tick();
        expectStep("transfer:t1/0/release/0");
        assertThat(events())
                .filteredOn(TransferEvent.ExpiryDue.class::isInstance)
                .hasSize(1);
    }

    @Test
    void alarm_isNotTold_beforeItHasCome() {
        start(PATIENT);
        tell(Transfers.REQUEST_ID, request(true, Instant.now().plusSeconds(3_600)));
        expectStep("transfer:t1/0/hold/0");
        answerStep("transfer:t1/0/hold/0", done());
        acceptedAnswer();
        awaitRest();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.HELD);
        tick();
        accounts.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void thoseWhoAwaitTheRest_areAllTold_whenItHasCome() {
        start(PATIENT);
        request();
        acceptedAnswer();
        expectStep(DEBIT);
        awaitRest();
        awaitRest();
        client.expectNoMessage(Duration.ofMillis(100));
        answerStep(DEBIT, new Outcome.Refused<>(AccountRefusal.ACCOUNT_CLOSED, 9, false));
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.REJECTED);
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.REJECTED);
    }

    @Test
    void restOfATransferThatNeverBegan_isUnknownAtOnce_andKeepsNothingInMemory() {
        start(PATIENT);
        awaitRest();
        assertThat(reply()).isEqualTo(failed(OUTCOME_UNKNOWN, 0));
        tick();
        shard.expectMsgClass(ShardRegion.Passivate.class);
    }
}
