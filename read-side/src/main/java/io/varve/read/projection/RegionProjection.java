package io.varve.read.projection;

import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.region.RegionOutlineHandler;
import io.varve.read.region.RegionViewHandler;
import io.varve.read.region.RegionViews;
import io.varve.read.table.RowStore;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of regions to the regions and their outlines. */
public final class RegionProjection {
    private RegionProjection() {}

    public static KindViews<RegionEvent> views() {
        return new KindViews<>(
                List.of(new RegionOutlineHandler()),
                List.of(new RegionViewHandler()),
                List.of(RegionOutlineHandler.TABLE, RegionViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            RegionViews regions,
            ProjectionSettings settings) {
        KindProjection.start(system, role, RegionKind.create(), views(), feed, rows, regions::revision, settings);
    }
}
