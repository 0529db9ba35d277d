package io.varve.node.crowd;

import io.varve.node.crowd.CrowdCommand.Has;
import io.varve.node.crowd.CrowdCommand.Join;
import io.varve.node.crowd.CrowdCommand.Leave;
import io.varve.node.crowd.CrowdCommand.Members;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.node.crowd.CrowdState.Gathered;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import java.util.List;
import java.util.Optional;

/**
 * A bucket of a crowd. Its invariants, at every revision:
 *
 * <ul>
 *   <li>{@code count} is the number of distinct members, whatever the order in which they joined and left;
 *   <li>of each member at most one joining is the {@code first};
 *   <li>who has left is made a member again by nobody but themself; where the system makes members, that holds of
 *       strangers, too.
 * </ul>
 */
final class CrowdDecider implements Decider<CrowdCommand, CrowdEvent, CrowdState, CrowdAnswer, CrowdRefusal> {
    /** Ids of 64 characters make a snapshot of 13 MB of them, and Cassandra takes 16 MiB at once. */
    static final int MAX_IDS = 200_000;

    @Override
    public CrowdState initial(String entityId) {
        return Gathered.nobody(CrowdRelation.Bucket.of(entityId));
    }

    @Override
    public Decision<CrowdEvent, CrowdRefusal> decide(CrowdState state, CrowdCommand command, CommandMeta meta) {
        var crowd = (Gathered) state;
        if (command instanceof Join join) {
            return join(crowd, join);
        } else if (command instanceof Leave leave) {
            return leave(crowd, leave.member());
        } else if (command instanceof Has || command instanceof Members) {
            return Decision.accept(List.of());
        }
        throw new IllegalStateException("unknown command " + command);
    }

    private static Decision<CrowdEvent, CrowdRefusal> join(Gathered crowd, Join join) {
        String member = join.member();
        boolean hasLeft = crowd.hasLeft(member);
        if (crowd.members().contains(member) || join.unlessLeft() && hasLeft) {
            return Decision.accept(List.of());
        }
        if (!hasLeft && crowd.size() >= MAX_IDS) {
            return Decision.refuse(CrowdRefusal.CROWD_FULL);
        }
        boolean first = !crowd.former().contains(member);
        int count = crowd.members().size() + 1;
        return Decision.accept(new Joined(crowd.relation(), crowd.subject(), crowd.bucket(), member, count, first));
    }

    private static Decision<CrowdEvent, CrowdRefusal> leave(Gathered crowd, String member) {
        if (crowd.hasLeft(member)) {
            return Decision.accept(List.of());
        }
        boolean wasMember = crowd.members().contains(member);
        if (!wasMember && !crowd.relation().isJoinedBySystem()) {
            return Decision.accept(List.of());
        }
        if (!wasMember && crowd.size() >= MAX_IDS) {
            return Decision.refuse(CrowdRefusal.CROWD_FULL);
        }
        int count = crowd.members().size() - (wasMember ? 1 : 0);
        return Decision.accept(new Left(crowd.relation(), crowd.subject(), crowd.bucket(), member, count, wasMember));
    }

    @Override
    public CrowdState evolve(CrowdState state, CrowdEvent event) {
        var crowd = (Gathered) state;
        if (event instanceof Joined e) {
            return crowd.with(e.member());
        } else if (event instanceof Left e) {
            return e.wasMember() ? crowd.withFormer(e.member()) : crowd.withStranger(e.member());
        }
        throw new IllegalStateException("unknown event " + event);
    }

    @Override
    public CrowdAnswer answer(CrowdState state) {
        return ((Gathered) state).last();
    }

    @Override
    public CrowdAnswer unchanged(CrowdState state, CrowdCommand command) {
        var crowd = (Gathered) state;
        if (command instanceof Members members) {
            return new CrowdAnswer(false, false, crowd.members().size(), page(crowd, members));
        }
        return new CrowdAnswer(
                false,
                crowd.members().contains(member(command)),
                crowd.members().size());
    }

    private static List<String> page(Gathered crowd, Members page) {
        var rest = page.after() == null ? crowd.members() : crowd.members().tailSet(page.after(), false);
        return rest.stream().limit(page.limit()).toList();
    }

    private static String member(CrowdCommand command) {
        if (command instanceof Join join) {
            return join.member();
        } else if (command instanceof Leave leave) {
            return leave.member();
        }
        return ((Has) command).member();
    }

    /** A refusal leaves no trace: it changes nothing, and who asks again may be answered otherwise. */
    @Override
    public Optional<CrowdRefusal> refusalOf(CrowdEvent event) {
        return Optional.empty();
    }
}
