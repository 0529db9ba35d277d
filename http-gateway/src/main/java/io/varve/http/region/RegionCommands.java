package io.varve.http.region;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.entity.Outcome;
import io.varve.node.region.RegionAnswer;
import io.varve.node.region.RegionCommand;
import io.varve.node.region.RegionRefusal;
import io.varve.node.region.Regions;
import io.varve.read.region.MapKeeper;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends commands to regions and makes answers, or problems, of their outcomes. */
public final class RegionCommands {
    private static final Duration MAP_WAIT = Duration.ofSeconds(2);

    private final Regions regions;
    private final MapKeeper maps;

    /** @param maps where this gateway looks up the regions of signals */
    public RegionCommands(Regions regions, MapKeeper maps) {
        this.regions = regions;
        this.maps = maps;
    }

    /** @param repeated true when the command had taken effect before */
    record Done(RegionAnswer answer, long revision, boolean repeated) {}

    /**
     * Completes when the map of this gateway shows the change, so that signals that come next are in the regions that
     * there are; or after 2 s, since the change is in the journal whatever becomes of the map.
     *
     * @param expectedRevision the revision that the region must have, or null
     */
    CompletionStage<Done> submit(
            String regionId, String commandId, String by, Long expectedRevision, RegionCommand command) {
        return regions.submit(regionId, commandId, by, expectedRevision, command)
                .thenApply(RegionCommands::done)
                .thenCompose(done ->
                        maps.awaitRegion(regionId, done.revision(), MAP_WAIT).thenApply(shown -> done));
    }

    private static Done done(Outcome<RegionAnswer, RegionRefusal> outcome) {
        if (outcome instanceof Outcome.Accepted<RegionAnswer, RegionRefusal> accepted) {
            return new Done(accepted.answer(), accepted.revision(), accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<RegionAnswer, RegionRefusal> refused) {
            throw problem(refused.reason());
        }
        var failed = (Outcome.Failed<RegionAnswer, RegionRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private static ProblemException problem(RegionRefusal reason) {
        return switch (reason) {
            case REGION_NOT_FOUND -> new ProblemException(ProblemType.REGION_NOT_FOUND, "There is no such region");
        };
    }
}
