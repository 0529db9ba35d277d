package io.varve.node.entity;

import static io.varve.node.entity.Outcome.Failure.OUTCOME_UNKNOWN;
import static io.varve.node.entity.Outcome.Failure.OVERLOADED;
import static io.varve.node.entity.Outcome.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.persistence.testkit.Reject;
import org.apache.pekko.persistence.testkit.StorageFailure;
import org.junit.jupiter.api.Test;

/** Writes that fail, and more commands than the host takes. */
class EntityHostFailureTest extends AccountHostTests {
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
}
