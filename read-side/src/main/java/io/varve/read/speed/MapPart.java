package io.varve.read.speed;

import io.varve.read.region.RegionMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some of the outlines of a map. Immutable. */
final class MapPart {
    private final RegionMap map;
    private final Map<String, Cell> cells = new HashMap<>();

    /** Those of the outlines that the map has now. */
    MapPart(RegionMap map, Collection<Outline> outlines) {
        this.map = map;
        for (var outline : outlines) {
            var region = map.regions().get(outline.regionId());
            if (region != null && region.outline() == outline.number()) {
                cells.put(outline.regionId(), Cell.inside(outline));
            }
        }
    }

    /** All outlines of a map. */
    static Set<Outline> of(RegionMap map) {
        Set<Outline> outlines = new HashSet<>();
        map.regions().forEach((id, region) -> outlines.add(new Outline(id, region.outline())));
        return outlines;
    }

    /** The cells of the outlines that contain the point. */
    List<Cell> at(double lat, double lon) {
        if (cells.isEmpty()) {
            return List.of();
        }
        List<Cell> found = new ArrayList<>();
        for (var id : map.containing(lat, lon)) {
            var cell = cells.get(id);
            if (cell != null) {
                found.add(cell);
            }
        }
        return found;
    }
}
