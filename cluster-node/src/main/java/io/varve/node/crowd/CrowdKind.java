package io.varve.node.crowd;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The bucket of a crowd as a kind of entity. */
public final class CrowdKind {
    public static final String NAME = "crowd";

    /**
     * A snapshot of 125,000 members takes some 3 MB, so it must be rare; but 5,000 events that come after it take about as
     * long to recover as it does. Who joins again changes nothing, so only repeats that follow soon need to be answered
     * as the first time.
     */
    private static final EntityLimits LIMITS = new EntityLimits(2_000, 100, 100, 2_000);

    private CrowdKind() {}

    public static EntityKind<CrowdCommand, CrowdEvent, ?, CrowdAnswer, CrowdRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                CrowdCommand.class,
                CrowdEvent.class,
                CrowdState.class,
                CrowdAnswer.class,
                CrowdRefusal.class,
                new CrowdDecider(),
                Optional.empty(),
                LIMITS);
    }
}
