package io.varve.http.region;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks the geometry of a region: a Polygon or MultiPolygon, closed, in range, and free of contradictions. */
final class RegionGeometry {
    private static final String FIELD = "geometry";
    private static final Set<String> MEMBERS = Set.of("type", "coordinates", "bbox");

    private RegionGeometry() {}

    /**
     * The geometry without what it may have besides.
     *
     * @throws ProblemException that names the field, of a coordinate with its indexes
     */
    static JsonNode checked(JsonNode geometry) {
        if (geometry == null || !geometry.isObject()) {
            throw ProblemException.invalid(FIELD, "geometry must be a Polygon or MultiPolygon of GeoJSON");
        }
        geometry.fieldNames().forEachRemaining(RegionGeometry::mustBeKnown);
        BoundingBox.check("geometry.bbox", geometry.get("bbox"));
        var type = Fields.required("geometry.type", geometry.get("type")).asText();
        var coordinates = Fields.required("geometry.coordinates", geometry.get("coordinates"));
        switch (type) {
            case "Polygon" -> new Coordinates().polygon("geometry.coordinates", coordinates);
            case "MultiPolygon" -> new Coordinates().multiPolygon("geometry.coordinates", coordinates);
            default -> throw ProblemException.invalid("geometry.type", "geometry.type must be Polygon or MultiPolygon");
        }
        var checked = JsonNodeFactory.instance.objectNode().put("type", type).set("coordinates", coordinates);
        mustBeValid(read(checked));
        return checked;
    }

    private static void mustBeKnown(String member) {
        if (!MEMBERS.contains(member)) {
            var field = FIELD + "." + member;
            throw new ProblemException(ProblemType.UNKNOWN_FIELD, field, "There is no field " + field + " here");
        }
    }

    private static Geometry read(JsonNode geometry) {
        try {
            return new GeoJsonReader().read(geometry.toString());
        } catch (ParseException | RuntimeException e) {
            // Nothing is known that would get here; what does is the geometry's fault all the same.
            throw ProblemException.invalid(FIELD, "geometry cannot be read as GeoJSON");
        }
    }

    private static void mustBeValid(Geometry geometry) {
        var error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            var at = error.getCoordinate();
            throw ProblemException.invalid(
                    FIELD, "geometry " + what(error) + " at longitude " + at.getX() + ", latitude " + at.getY());
        }
    }

    private static String what(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION -> "crosses itself";
            case TopologyValidationError.RING_SELF_INTERSECTION -> "has a ring that touches or crosses itself";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "has a hole outside of its polygon";
            case TopologyValidationError.NESTED_HOLES -> "has a hole inside of another hole";
            case TopologyValidationError.NESTED_SHELLS -> "has a polygon inside of another";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "is cut in two by its holes";
            case TopologyValidationError.DUPLICATE_RINGS -> "has the same ring twice";
            case TopologyValidationError.TOO_FEW_POINTS -> "has a ring of too few different points";
            default -> "is not valid (" + error.getMessage() + ")";
        };
    }
}
