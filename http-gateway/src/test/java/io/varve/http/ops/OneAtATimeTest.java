package io.varve.http.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private static final ActorSystem SYSTEM = ActorSystem.create("one-at-a-time", ConfigFactory.defaultReference());
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(2);
    private final OneAtATime turn = new OneAtATime(BEGIN_WITHIN);

    @AfterAll
    static void stop() {
        SYSTEM.terminate();
    }

    private void assertTaken() {
        assertThatThrownBy(() -> turn.taken(Source.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.AUDIT_UNDERWAY));
    }

    private void awaitFree() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .until(() -> turn.taken(Source.empty()) != null);
    }

    @Test
    void turn_isGivenBack_whenTheSourceEnds() {
        var ended = turn.taken(Source.single(1)).runWith(Sink.seq(), SYSTEM);
        assertThat(ended.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join())
                .containsExactly(1);
        awaitFree();
    }

    @Test
    void turn_isGivenBack_whenTheSourceFails() {
        turn.taken(Source.failed(new IllegalStateException("failed on purpose")))
                .runWith(Sink.ignore(), SYSTEM);
        awaitFree();
    }

    /** That is what the going of a client is to the answer. */
    @Test
    void turn_isGivenBack_whenNobodyTakesAnyMore() {
        var client = turn.taken(Source.never())
                .viaMat(KillSwitches.single(), Keep.right())
                .to(Sink.ignore())
                .run(SYSTEM);
        // However long it takes: it has begun.
        Awaitility.await()
                .during(BEGIN_WITHIN.multipliedBy(2))
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(this::assertTaken);
        client.shutdown();
        awaitFree();
    }

    @Test
    void turn_thatIsNotBegun_isOverSoon() {
        var unused = turn.taken(Source.never());
        assertTaken();
        awaitFree();
        assertThat(unused).isNotNull();
    }
}
