package io.varve.read.live;

import io.varve.node.Node;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.vehicle.VehicleView;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** The latest state of all vehicles in memory, and the signals as they come. One of each process that needs it. */
public interface LiveVehicles {
    /** Those of a node; complete when the vehicles that there are have been read. Once for each process. */
    static CompletionStage<LiveVehicles> of(Node node) {
        return FollowedVehicles.start(node);
    }

    /** All vehicles as they are now, in no order. Does not block. */
    Collection<VehicleView> all();

    /**
     * Some of the vehicles as they are now, by id. Does not block.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    Page<VehicleView> page(Predicate<VehicleView> wanted, PageRequest page);

    /** The vehicle as it is now, or empty. Does not block. */
    Optional<VehicleView> vehicle(String vehicleId);

    /** The position of whoever has had all signals so far. Does not block. */
    String now();

    /**
     * The signals from now on, or after a position; each once, those of one report in the order of their times. Who is
     * too slow for the memory of this process gets them from the journal's feed, and misses none.
     *
     * @param after the {@link LiveSignal#position()} of the last signal that is not wanted any more, from any node
     * @throws io.varve.read.following.BadPositionException if the position is none that {@link LiveSignal} has given out
     */
    Source<LiveSignal, NotUsed> stream(Optional<String> after);
}
