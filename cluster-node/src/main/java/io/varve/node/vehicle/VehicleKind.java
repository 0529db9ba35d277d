package io.varve.node.vehicle;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The vehicle as a kind of entity. */
public final class VehicleKind {
    public static final String NAME = "vehicle";

    /**
     * A report of 1,000 signals takes about 300 kB as an event, and Cassandra takes 16 MiB at once. Signals are known
     * by their times, so only repeats that follow soon need to be answered as the first time.
     */
    private static final EntityLimits LIMITS = new EntityLimits(100, 16, 100, 500);

    private VehicleKind() {}

    public static EntityKind<VehicleCommand, VehicleEvent, ?, VehicleAnswer, VehicleRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                VehicleCommand.class,
                VehicleEvent.class,
                VehicleState.class,
                VehicleAnswer.class,
                VehicleRefusal.class,
                new VehicleDecider(),
                Optional.empty(),
                LIMITS);
    }
}
