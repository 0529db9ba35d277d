package io.varve.node.region;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The region as a kind of entity. */
public final class RegionKind {
    public static final String NAME = "region";

    /** A drawing of 10,000 points takes about 400 kB; what is remembered of a command is only its answer. */
    private static final EntityLimits LIMITS = new EntityLimits(20, 10, 100, 100);

    private RegionKind() {}

    public static EntityKind<RegionCommand, RegionEvent, ?, RegionAnswer, RegionRefusal> create() {
        return new EntityKind<>(
                NAME,
                1,
                RegionCommand.class,
                RegionEvent.class,
                RegionState.class,
                RegionAnswer.class,
                RegionRefusal.class,
                new RegionDecider(),
                Optional.empty(),
                LIMITS);
    }
}
