package io.varve.read.live;

import io.varve.read.vehicle.VehicleView;
import java.util.Collection;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** The latest state of all vehicles in memory, and the signals as they come. One of each process that needs it. */
public interface LiveVehicles {
    /** All vehicles as they are now, in no order. Does not block. */
    Collection<VehicleView> all();

    /** The vehicle as it is now, or empty. Does not block. */
    Optional<VehicleView> vehicle(String vehicleId);

    /**
     * The signals from now on, or after a position; each once, those of one report in the order of their times. Who is
     * too slow for the memory of this process gets them from the journal's feed, and misses none.
     *
     * @param after the {@link LiveSignal#position()} of the last signal that is not wanted any more, from any node
     * @throws BadPositionException if the position is none that {@link LiveSignal} has given out
     */
    Source<LiveSignal, NotUsed> stream(Optional<String> after);
}
