package io.varve.read.region;

import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionEvent.Drawn;
import io.varve.node.region.RegionEvent.Removed;
import io.varve.read.table.Happened;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per region that there is or was, without its geometry. */
public final class RegionViewHandler implements ViewHandler<RegionEvent> {
    public static final String TABLE = "region";

    /** The key of the only partition. */
    static final String ALL = "all";

    private static final List<String> KEY = List.of("map", "region_id");
    private static final Shape DRAWN =
            new Shape(TABLE, KEY, List.of("name", "speed_limit_kmh", "outline", "removed", "revision"));
    private static final Shape REMOVED = new Shape(TABLE, KEY, List.of("removed", "revision"));

    @Override
    public List<Write> writes(Happened<RegionEvent> happened) {
        var id = happened.entityId();
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof Drawn e) {
            var shape = e.shape();
            return List.of(DRAWN.write(
                    revision, ALL, id, shape.name(), None.number(shape.speedLimitKmh()), e.outline(), false, revision));
        } else if (event instanceof Removed) {
            return List.of(REMOVED.write(revision, ALL, id, true, revision));
        }
        throw ViewHandler.unknown(happened);
    }
}
