package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.Transfers;
import java.time.Duration;
import java.time.Instant;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.Test;

/** Sharding forgets a saga that asks to leave memory and then stops: so it must have nothing left to do. */
class SagaLeavesMemoryTest extends TransferHostTests {
    private void expectAskingToLeave() {
        tick();
        shard.expectMsgClass(ShardRegion.Passivate.class);
    }

    private void expectNoAskingToLeave() {
        tick();
        shard.expectNoMessage(Duration.ofMillis(200));
    }

    private void stopBySharding() {
        var watcher = new TestKit(system);
        watcher.watch(host);
        host.tell(EntityHost.Stop.INSTANCE, ActorRef.noSender());
        watcher.expectTerminated(host);
    }

    @Test
    void sagaThatHasEnded_asksToLeave() {
        start(PATIENT);
        request();
        expectStep(DEBIT);
        answerStep(DEBIT, done());
        expectStep(CREDIT);
        answerStep(CREDIT, done());
        acceptedAnswer();
        awaitRest();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.COMPLETED);
        expectAskingToLeave();
    }

    @Test
    void sagaWithAStepDue_staysInMemory() {
        start(PATIENT);
        request();
        expectStep(DEBIT);
        expectNoAskingToLeave();
    }

    @Test
    void sagaWithAnAlarm_staysInMemory() {
        start(PATIENT);
        tell(Transfers.REQUEST_ID, request(true, Instant.now().plusSeconds(3_600)));
        expectStep("transfer:t1/0/hold/0");
        answerStep("transfer:t1/0/hold/0", done());
        acceptedAnswer();
        awaitRest();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.HELD);
        expectNoAskingToLeave();
    }

    @Test
    void sagaStaysInMemory_whileACommandOfItIsBeingJournaled() {
        start(PATIENT);
        gate.close();
        request();
        gate.awaitWrites(1);
        expectNoAskingToLeave();
        gate.open();
        expectStep(DEBIT);
    }

    @Test
    void commandThatComesAfterTheAsking_isHandedBack_andNothingOfItIsJournaled() {
        start(PATIENT);
        expectAskingToLeave();
        request();
        client.expectNoMessage(Duration.ofMillis(100));
        stopBySharding();
        var handedBack = transfers.expectMsgClass(Command.class);
        assertThat(handedBack).isEqualTo(command(Transfers.REQUEST_ID, request(false, null)));
        assertThat(transfers.getLastSender()).isEqualTo(client.getRef());
        assertThat(events()).isEmpty();
        client.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void askingIsRepeated_untilShardingHasHeardIt() {
        start(PATIENT);
        expectAskingToLeave();
        request();
        expectAskingToLeave();
    }

    @Test
    void unfinishedSaga_stops_whenItsShardMoves_andNobodyIsLeftWithoutAnAnswer() {
        start(PATIENT);
        gate.close();
        request();
        gate.awaitWrites(1);
        host.tell(EntityHost.Stop.INSTANCE, ActorRef.noSender());
        gate.open();
        assertThat(acceptedAnswer().status()).isEqualTo(TransferStatus.ACCEPTED);
        // It is remembered as before, so there is nothing to do about coming back.
        transfers.expectNoMessage(Duration.ofMillis(100));
        assertThat(events()).hasSize(1);
    }
}
