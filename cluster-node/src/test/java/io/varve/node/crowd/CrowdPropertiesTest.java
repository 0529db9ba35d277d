package io.varve.node.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdCommand.Join;
import io.varve.node.crowd.CrowdCommand.Leave;
import io.varve.node.crowd.CrowdCommand.Members;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Json;
import io.varve.node.entity.Outcome;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a crowd, in whatever order people join and leave. */
class CrowdPropertiesTest {
    private static final int TRIES = 300;

    private static InMemoryEntity<CrowdCommand, CrowdEvent, ?, CrowdAnswer, CrowdRefusal> after(
            List<CrowdCommand> commands) {
        var crowd = new InMemoryEntity<>(CrowdKind.create(), CrowdRelation.OBSERVERS.entityId("p1", 0));
        for (int n = 0; n < commands.size(); n++) {
            crowd.submit("c" + n, commands.get(n));
        }
        return crowd;
    }

    @Provide
    Arbitrary<List<CrowdCommand>> commands() {
        var member = Arbitraries.integers().between(1, 8).map(n -> "u" + n);
        Arbitrary<CrowdCommand> command = Combinators.combine(
                        member, Arbitraries.integers().between(0, 4))
                .as((id, what) -> what < 2 ? new Leave(id) : new Join(id, what == 4));
        return command.list().ofMaxSize(60);
    }

    /** The plain way: a set, and another one of those who have left. */
    private static TreeSet<String> expected(List<CrowdCommand> commands) {
        var members = new TreeSet<String>();
        var gone = new HashSet<String>();
        for (var command : commands) {
            if (command instanceof Leave leave) {
                members.remove(leave.member());
                gone.add(leave.member());
            } else if (command instanceof Join join && !(join.unlessLeft() && gone.contains(join.member()))) {
                members.add(join.member());
                gone.remove(join.member());
            }
        }
        return members;
    }

    @Property(tries = TRIES)
    void count_isThatOfDistinctMembers(@ForAll("commands") List<CrowdCommand> commands) {
        var crowd = after(commands);
        var members = expected(commands);
        assertThat(crowd.submit("count", new Members(null, 100)))
                .isEqualTo(new Outcome.Accepted<>(
                        new CrowdAnswer(false, false, members.size(), List.copyOf(members)),
                        crowd.events().size(),
                        false));
        if (!crowd.events().isEmpty()) {
            var last = crowd.events().get(crowd.events().size() - 1);
            assertThat(last.count()).isEqualTo(members.size());
        }
    }

    @Property(tries = TRIES)
    void everybody_joinsForTheFirstTimeOnce(@ForAll("commands") List<CrowdCommand> commands) {
        var first = after(commands).events().stream()
                .filter(event -> event instanceof Joined joined && joined.first())
                .map(CrowdEvent::member);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Property(tries = TRIES)
    void replayAndSnapshot_leadToTheLiveState(@ForAll("commands") List<CrowdCommand> commands) throws IOException {
        var crowd = after(commands);
        assertThat(crowd.replayed()).isEqualTo(crowd.state());
        byte[] snapshot = Json.JOURNAL.writerFor(CrowdState.class).writeValueAsBytes(crowd.state());
        assertThat((Object) Json.JOURNAL.readValue(snapshot, CrowdState.class)).isEqualTo(crowd.state());
    }
}
