package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.crowd.CrowdAnswer;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdCommand.Has;
import io.varve.node.crowd.CrowdCommand.Join;
import io.varve.node.crowd.CrowdCommand.Leave;
import io.varve.node.crowd.CrowdCommand.Members;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRelation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A crowd and its host: questions, and a set that is large. */
class CrowdHostTest extends HostTests<CrowdCommand> {
    private static final String ID = CrowdRelation.OBSERVERS.entityId("p1", 0);
    private static final String PERSISTENCE_ID = "crowd|" + ID;
    private static final EntitySettings AMPLE = settings(10_000, 10_000, 10_000, 5);

    CrowdHostTest() {
        super(CrowdKind.create(), ID);
    }

    private static Join join(String member) {
        return new Join(member, false);
    }

    private static Outcome<?, ?> accepted(CrowdAnswer answer, long revision) {
        return new Outcome.Accepted<>(answer, revision, false);
    }

    @Test
    void question_isNoWrite_andAnsweredAtTheRevisionThatStands() {
        start(AMPLE);
        assertThat(ask("q0", new Has("ann"))).isEqualTo(accepted(new CrowdAnswer(false, false, 0), 0));
        ask("j", join("ann"));
        assertThat(ask("q1", new Has("ann"))).isEqualTo(accepted(new CrowdAnswer(false, true, 1), 1));
        assertThat(ask("q2", new Members(null, 10)))
                .isEqualTo(accepted(new CrowdAnswer(false, false, 1, List.of("ann")), 1));
        assertThat(gate.writes()).containsExactly(1);
    }

    /** A question is not remembered: the same one again is answered by what there is then. */
    @Test
    void question_isAskedAnew_alsoUnderTheSameId() {
        start(AMPLE);
        ask("q", new Has("ann"));
        ask("j", join("ann"));
        assertThat(ask("q", new Has("ann"))).isEqualTo(accepted(new CrowdAnswer(false, true, 1), 1));
    }

    /** Nobody is told what is not durable. */
    @Test
    void question_waitsForTheWriteBeforeIt() {
        start(AMPLE);
        gate.close();
        tell("j", join("ann"));
        gate.awaitWrites(1);
        tell("q", new Has("ann"));
        client.expectNoMessage(Duration.ofMillis(200));
        gate.open();
        assertThat(reply()).isEqualTo(accepted(new CrowdAnswer(true, true, 1), 1));
        assertThat(reply()).isEqualTo(accepted(new CrowdAnswer(false, true, 1), 1));
    }

    @Test
    void repeatOfAJoin_answersAsTheFirstTime_thoughTheMemberHasLeft() {
        start(AMPLE);
        var first = ask("j", join("ann"));
        ask("l", new Leave("ann"));
        assertThat(ask("j", join("ann"))).isEqualTo(((Outcome.Accepted<?, ?>) first).repeat());
        assertThat(ask("q", new Has("ann"))).isEqualTo(accepted(new CrowdAnswer(false, false, 0), 2));
    }

    @Test
    void snapshot_knowsTheMembers_andThoseWhoLeft() {
        start(AMPLE);
        for (String member : List.of("dave", "carol", "bob", "ann")) {
            ask("j-" + member, join(member));
        }
        ask("l", new Leave("bob"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> snapshots.persistedInStorage(PERSISTENCE_ID).size() == 1);
        // What follows can come from the snapshot only.
        stop();
        journal.clearByIdPreservingSeqNumbers(PERSISTENCE_ID);
        start(AMPLE);
        assertThat(ask("q", new Members(null, 10)))
                .isEqualTo(accepted(new CrowdAnswer(false, false, 3, List.of("ann", "carol", "dave")), 5));
        assertThat(ask("u", new Join("bob", true))).isEqualTo(accepted(new CrowdAnswer(false, false, 3), 5));
    }
}
