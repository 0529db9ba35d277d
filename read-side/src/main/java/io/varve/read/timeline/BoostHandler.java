package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** Every boost that ever was, by who boosted: where to find what a boost that is taken back has left in feeds. */
public final class BoostHandler implements ViewHandler<CrowdEvent> {
    public static final String TABLE = "boost";

    private static final Shape BOOSTED = new Shape(TABLE, List.of("by_user", "at", "post_id", "boost"), List.of());

    @Override
    public List<Write> writes(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event instanceof Joined e) {
            return e.relation() == CrowdRelation.BOOSTS
                    ? List.of(BOOSTED.write(
                            happened.revision(), e.member(), happened.at(), e.subject(), happened.revision()))
                    : List.of();
        } else if (event instanceof Left) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }
}
