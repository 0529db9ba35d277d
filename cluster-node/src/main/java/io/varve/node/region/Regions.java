package io.varve.node.region;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;

/** The door to the regions of the cluster. */
public final class Regions {
    private final EntityKind<RegionCommand, RegionEvent, ?, RegionAnswer, RegionRefusal> kind = RegionKind.create();
    private final Entities entities;

    public Regions(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a region and waits, bounded, for its outcome. A command that changes nothing is accepted at
     * the revision that stands.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the region must have, or null
     */
    public CompletionStage<Outcome<RegionAnswer, RegionRefusal>> submit(
            String regionId, String commandId, String by, Long expectedRevision, RegionCommand command) {
        return entities.ask(kind, regionId, commandId, by, expectedRevision, command);
    }
}
