package io.varve.read.region;

import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about regions. A region that was removed is not there. */
public interface RegionViews {
    /** The region as the view knows it now, or empty. */
    CompletionStage<Optional<RegionView>> region(String regionId);

    /**
     * The region at a revision or a later one; absent when it is removed then.
     *
     * @param minRevision 0 for whatever is there
     * @param maxWait how long to wait for that revision
     */
    CompletionStage<Reading<RegionView>> region(String regionId, long minRevision, Duration maxWait);

    /** All regions, by id. */
    default CompletionStage<List<RegionView>> all() {
        return all(Map.of());
    }

    /**
     * All regions, by id; what is known already is not read again.
     *
     * @param known regions by id: where the outline is still the same, so is the geometry
     */
    CompletionStage<List<RegionView>> all(Map<String, RegionView> known);

    /** The revision up to which the views hold every event of a region, removed or not; 0 for one unknown. */
    CompletionStage<Long> revision(String regionId);
}
