package io.varve.read.track;

import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Questions about where vehicles were. Tracks are kept for {@code varve.read.retention} from the arrival of a signal. */
public interface TrackViews {
    /** Events of a vehicle's journal in a block: those whose revision divided by this is the block's number. */
    long BLOCK_REVISIONS = 1_000;

    /**
     * The signals of a vehicle in a period, in the order of their times.
     *
     * @param from the first time
     * @param to the end, excluded
     * @param limit how many at most: the first of them
     */
    CompletionStage<List<SignalView>> track(String vehicleId, Instant from, Instant to, int limit);

    /**
     * Where in a vehicle's journal the signals of a period are, also of those whose track has expired.
     *
     * @param from the first time
     * @param to the end, excluded
     * @return ascending numbers; every event with a signal in the period has a revision in one of these blocks
     */
    CompletionStage<List<Long>> blocks(String vehicleId, Instant from, Instant to);
}
