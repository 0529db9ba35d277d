package io.varve.node.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdCommand.Has;
import io.varve.node.crowd.CrowdCommand.Join;
import io.varve.node.crowd.CrowdCommand.Leave;
import io.varve.node.crowd.CrowdCommand.Members;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.node.entity.DeciderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CrowdDeciderTest {
    private static final String ID = CrowdRelation.LIKES.entityId("p1", 3);
    private static final Joined ANN = joined("ann", 1, true);

    private static DeciderSpec<CrowdCommand, CrowdEvent, CrowdState, CrowdAnswer, CrowdRefusal> given(
            CrowdEvent... events) {
        return DeciderSpec.given(new CrowdDecider(), ID, List.of(events));
    }

    private static Joined joined(String member, long count, boolean first) {
        return new Joined(CrowdRelation.LIKES, "p1", 3, member, count, first);
    }

    private static Left left(String member, long count, boolean wasMember) {
        return new Left(CrowdRelation.LIKES, "p1", 3, member, count, wasMember);
    }

    private static Join join(String member) {
        return new Join(member, false);
    }

    private static CrowdAnswer ask(CrowdCommand question, CrowdEvent... events) {
        var stage = given(events);
        stage.when(question).thenNothing();
        return new CrowdDecider().unchanged(stage.state(), question);
    }

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(
                given(),
                given(ANN),
                given(ANN, left("ann", 0, true)),
                given(left("ann", 0, false)),
                given(ANN, left("bob", 1, false)));
        var commands =
                List.of(join("ann"), new Join("ann", true), new Leave("ann"), new Has("ann"), new Members(null, 10));
        return stages.stream().flatMap(stage -> commands.stream().map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyStageAndCommand_answers(
            DeciderSpec<CrowdCommand, CrowdEvent, CrowdState, CrowdAnswer, CrowdRefusal> stage, CrowdCommand command) {
        var then = stage.when(command);
        var after = (CrowdState.Gathered) then.state();
        assertThat(then.answer().count()).isEqualTo(after.members().size());
        assertThat(new CrowdDecider().unchanged(after, command).count())
                .isEqualTo(after.members().size());
    }

    @Test
    void join_makesAMember_andCounts() {
        var then = given(ANN).when(join("bob")).then(joined("bob", 2, true));
        assertThat(then.answer()).isEqualTo(new CrowdAnswer(true, true, 2));
    }

    @Test
    void like_isCountedOnce_whenItIsRepeated() {
        assertThat(ask(join("ann"), ANN)).isEqualTo(new CrowdAnswer(false, true, 1));
        assertThat(ask(new Join("ann", true), ANN)).isEqualTo(new CrowdAnswer(false, true, 1));
    }

    @Test
    void leave_takesAMemberOut() {
        var then = given(ANN).when(new Leave("ann")).then(left("ann", 0, true));
        assertThat(then.answer()).isEqualTo(new CrowdAnswer(true, false, 0));
        assertThat(ask(new Leave("ann"), ANN, left("ann", 0, true))).isEqualTo(new CrowdAnswer(false, false, 0));
    }

    @Test
    void onlyTheFirstJoining_isTheFirst() {
        given(ANN, left("ann", 0, true)).when(join("ann")).then(joined("ann", 1, false));
    }

    @Test
    void memberWhoLeft_isNotMadeOneByTheSystem() {
        var unasked = new Join("ann", true);
        given().when(unasked).then(ANN);
        assertThat(ask(unasked, ANN, left("ann", 0, true))).isEqualTo(new CrowdAnswer(false, false, 0));
    }

    /** So an answer that is deleted before the system has counted it is never counted. */
    @ParameterizedTest
    @EnumSource(names = {"COMMENTS", "OBSERVERS"})
    void stranger_mayLeaveBeforehand_whereTheSystemMakesMembers(CrowdRelation relation) {
        var left = new Left(relation, "p1", 0, "ann", 0, false);
        var joined = new Joined(relation, "p1", 0, "ann", 1, true);
        var then = of(relation).when(new Leave("ann")).then(left);
        assertThat(then.answer()).isEqualTo(new CrowdAnswer(false, false, 0));
        of(relation, left).when(new Join("ann", true)).thenNothing();
        of(relation, left).when(new Leave("ann")).thenNothing();
        // And may think better of it, for the first time.
        of(relation, left).when(new Join("ann", false)).then(joined);
    }

    /** Or strangers could fill the journal, and a bucket, with their names. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMENTS", "OBSERVERS"})
    void stranger_whoLeaves_leavesNoTrace_whereNobodyBecomesAMemberUnasked(CrowdRelation relation) {
        of(relation).when(new Leave("ann")).thenNothing();
        assertThat(new CrowdDecider().unchanged(of(relation).state(), new Leave("ann")))
                .isEqualTo(new CrowdAnswer(false, false, 0));
        // Older journals have such events.
        var left = new Left(relation, "p1", 0, "ann", 0, false);
        of(relation, left).when(new Leave("ann")).thenNothing();
        of(relation, left).when(new Join("ann", false)).then(new Joined(relation, "p1", 0, "ann", 1, true));
    }

    private static DeciderSpec<CrowdCommand, CrowdEvent, CrowdState, CrowdAnswer, CrowdRefusal> of(
            CrowdRelation relation, CrowdEvent... events) {
        return DeciderSpec.given(new CrowdDecider(), relation.entityId("p1", 0), List.of(events));
    }

    @Test
    void questions_areNoEvents() {
        var bob = joined("bob", 2, true);
        assertThat(ask(new Has("ann"), ANN, bob)).isEqualTo(new CrowdAnswer(false, true, 2));
        assertThat(ask(new Has("carol"), ANN, bob)).isEqualTo(new CrowdAnswer(false, false, 2));
    }

    @Test
    void members_comeByIdAndInPages() {
        CrowdEvent[] events = {joined("carol", 1, true), joined("ann", 2, true), joined("bob", 3, true)};
        assertThat(ask(new Members(null, 2), events))
                .isEqualTo(new CrowdAnswer(false, false, 3, List.of("ann", "bob")));
        assertThat(ask(new Members("bob", 2), events)).isEqualTo(new CrowdAnswer(false, false, 3, List.of("carol")));
        assertThat(ask(new Members("carol", 2), events).members()).isEmpty();
        // After one who is gone, the next one follows.
        assertThat(ask(new Members("azalea", 1), events).members()).containsExactly("bob");
    }

    @Test
    void page_mustFitIntoAMessage() {
        for (int limit : List.of(0, Members.MAX_LIMIT + 1)) {
            assertThatThrownBy(() -> new Members(null, limit)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fullBucket_refusesNewIds_butNotThoseItKnows() {
        var events = new ArrayList<CrowdEvent>();
        for (int n = 1; n < CrowdDecider.MAX_IDS; n++) {
            events.add(joined("u" + n, n, true));
        }
        events.add(left("u1", CrowdDecider.MAX_IDS - 2, true));
        events.add(left("stranger", CrowdDecider.MAX_IDS - 2, false));
        var full = given(events.toArray(CrowdEvent[]::new));
        full.when(new Leave("another-stranger")).thenNothing();
        full.when(join("one-more")).thenRefusedWithoutTrace(CrowdRefusal.CROWD_FULL);
        of(CrowdRelation.OBSERVERS, events.toArray(CrowdEvent[]::new))
                .when(new Leave("another-stranger"))
                .thenRefusedWithoutTrace(CrowdRefusal.CROWD_FULL);
        full.when(join("u1")).then(joined("u1", CrowdDecider.MAX_IDS - 1, false));
        full.when(new Leave("u2")).then(left("u2", CrowdDecider.MAX_IDS - 3, true));
        full.when(join("u2")).thenNothing();
    }
}
