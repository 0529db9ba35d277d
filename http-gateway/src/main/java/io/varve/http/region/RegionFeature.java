package io.varve.http.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.http.web.Bodies;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.region.RegionCommand;
import io.varve.node.region.RegionShape;

/**
 * A GeoJSON Feature as it came, of which nothing is certain.
 *
 * @param id if it is there, that of the path
 * @param bbox taken when it can be one; what counts is the geometry
 */
record RegionFeature(String type, JsonNode id, JsonNode geometry, Properties properties, JsonNode bbox) {
    private static final int MAX_NAME = 128;

    /** @param revision what the gateway shows, and so gets back; it changes nothing */
    record Properties(String name, Double speedLimitKmh, Long revision) {}

    static RegionFeature read(byte[] body) {
        return Bodies.read(body, RegionFeature.class);
    }

    /**
     * The command that draws the region, once everything about it is as it can be.
     *
     * @throws ProblemException that names the field
     */
    RegionCommand.Draw command(String regionId) {
        if (!"Feature".equals(Fields.required("type", type))) {
            throw ProblemException.invalid("type", "type must be Feature");
        }
        if (id != null && !id.isNull() && !id.asText().equals(regionId)) {
            throw ProblemException.invalid("id", "id must be that of the path, or be left out");
        }
        BoundingBox.check("bbox", bbox);
        var given = properties == null ? new Properties(null, null, null) : properties;
        // What nobody has named is called by its id.
        var name = given.name() == null ? regionId : Fields.name("properties.name", given.name(), MAX_NAME);
        var limitKmh = Fields.speedLimitKmh("properties.speedLimitKmh", given.speedLimitKmh());
        return new RegionCommand.Draw(new RegionShape(name, RegionGeometry.checked(geometry), limitKmh));
    }
}
