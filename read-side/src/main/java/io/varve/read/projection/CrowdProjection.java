package io.varve.read.projection;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdKind;
import io.varve.read.crowd.CrowdCountHandler;
import io.varve.read.crowd.CrowdMemberHandler;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import io.varve.read.timeline.BoostHandler;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of crowds to their members, what members belong to, boosts, and counts. */
public final class CrowdProjection {
    private CrowdProjection() {}

    public static KindViews<CrowdEvent> views() {
        return new KindViews<>(
                List.of(new CrowdMemberHandler(), new BoostHandler()),
                List.of(new CrowdCountHandler()),
                List.of(
                        CrowdMemberHandler.TABLE,
                        CrowdMemberHandler.BY_MEMBER_TABLE,
                        BoostHandler.TABLE,
                        CrowdCountHandler.TABLE));
    }

    /** @param after what is done when the rows of a page are written */
    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            AfterRows<CrowdEvent> after,
            CrowdViews crowds,
            ProjectionSettings settings) {
        KindProjection.start(system, role, CrowdKind.create(), views(), feed, rows, after, crowds::revision, settings);
    }
}
