package io.varve.read.region;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.read.table.JsonColumn;
import io.varve.read.table.None;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of {@code region}: all of a region but its geometry.
 *
 * @param outline 0 while the row lacks the region's drawing
 */
record RegionRow(
        String regionId, String name, Optional<Double> speedLimitKmh, int outline, boolean removed, long revision) {
    private static final TypeReference<JsonNode> GEOMETRY = new TypeReference<>() {};

    static RegionRow read(Function<String, Object> column) {
        var outline = (Integer) column.apply("outline");
        return new RegionRow(
                (String) column.apply("region_id"),
                (String) column.apply("name"),
                None.readNumber(column.apply("speed_limit_kmh")),
                outline == null ? 0 : outline,
                (Boolean) column.apply("removed"),
                (Long) column.apply("revision"));
    }

    boolean isThere() {
        return !removed && outline > 0;
    }

    /** @param geometry as GeoJSON */
    RegionView view(String geometry) {
        return view(JsonColumn.read(geometry, GEOMETRY));
    }

    RegionView view(JsonNode geometry) {
        return new RegionView(regionId, name, geometry, speedLimitKmh, outline, revision);
    }
}
