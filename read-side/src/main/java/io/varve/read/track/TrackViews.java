package io.varve.read.track;

import io.varve.read.query.Concurrently;
import io.varve.read.vehicle.SignalView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Questions about where vehicles were. Tracks are kept for {@code varve.read.retention} from the arrival of a signal. */
public interface TrackViews {
    /** Events of a vehicle's journal in a block: those whose revision divided by this is the block's number. */
    long BLOCK_REVISIONS = 1_000;
    /** Vehicles whose tracks are read at once. */
    int LANES = 64;

    /**
     * The signals of a vehicle in a period, in the order of their times.
     *
     * @param from the first time
     * @param to the end, excluded
     * @param limit how many at most: the first of them
     */
    CompletionStage<List<SignalView>> track(String vehicleId, Instant from, Instant to, int limit);

    /**
     * The newest signal at or before a time, by vehicle; none of those that are older by then than a span of time.
     * Reads the tracks of all the vehicles, many at once.
     */
    default CompletionStage<Map<String, SignalView>> newest(Collection<String> vehicleIds, Instant at, Duration span) {
        // Signals have whole milliseconds.
        var end = at.plusMillis(1);
        var ids = List.copyOf(vehicleIds);
        return Concurrently.inLanes(LANES, ids, id -> track(id, at.minus(span), end, Integer.MAX_VALUE))
                .thenApply(tracks -> {
                    Map<String, SignalView> newest = new TreeMap<>();
                    for (int i = 0; i < ids.size(); i++) {
                        var track = tracks.get(i);
                        if (!track.isEmpty()) {
                            newest.put(ids.get(i), track.get(track.size() - 1));
                        }
                    }
                    return newest;
                });
    }

    /**
     * Where in a vehicle's journal the signals of a period are, also of those whose track has expired.
     *
     * @param from the first time
     * @param to the end, excluded
     * @return ascending numbers; every event with a signal in the period has a revision in one of these blocks
     */
    CompletionStage<List<Long>> blocks(String vehicleId, Instant from, Instant to);
}
