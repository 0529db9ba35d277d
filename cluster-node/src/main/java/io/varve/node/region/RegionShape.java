package io.varve.node.region;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A region.
 *
 * @param name what people call it
 * @param geometry a GeoJSON Polygon or MultiPolygon (RFC 7946), which whoever drew it has checked
 * @param speedLimitKmh the limit in it, or null
 */
public record RegionShape(String name, JsonNode geometry, Double speedLimitKmh) {}
