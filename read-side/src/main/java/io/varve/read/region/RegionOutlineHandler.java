package io.varve.read.region;

import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionEvent.Drawn;
import io.varve.node.region.RegionEvent.Removed;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** The geometries of a region: one row per outline, which stands for one geometry for ever. */
public final class RegionOutlineHandler implements ViewHandler<RegionEvent> {
    public static final String TABLE = "region_outline";
    private static final Shape OUTLINE = new Shape(TABLE, List.of("region_id", "outline"), List.of("geometry"));

    @Override
    public List<Write> writes(Happened<RegionEvent> happened) {
        var event = happened.event();
        if (event instanceof Drawn e) {
            var geometry = e.shape().geometry().toString();
            return List.of(OUTLINE.write(happened.revision(), happened.entityId(), e.outline(), geometry));
        } else if (event instanceof Removed) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }
}
