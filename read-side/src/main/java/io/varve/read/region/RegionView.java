package io.varve.read.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A region as the view knows it.
 *
 * @param name what people call it
 * @param geometry a GeoJSON Polygon or MultiPolygon (RFC 7946)
 * @param speedLimitKmh the limit in it
 * @param outline the number of its outline: a region of the same outline has the same geometry
 * @param revision the number of the region's last event that this row reflects
 */
public record RegionView(
        String regionId, String name, JsonNode geometry, Optional<Double> speedLimitKmh, int outline, long revision) {}
