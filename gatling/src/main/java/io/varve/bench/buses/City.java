package io.varve.bench.buses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * Three regions drawn over Washington: a polygon with a hole, one with a notch, and a multipolygon with a hole. Each
 * has a corner exactly where buses stand, since a point on a border is in the region.
 */
final class City {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Map<String, JsonNode> features = new LinkedHashMap<>();
    private final Map<String, Geometry> geometries = new LinkedHashMap<>();

    City() throws IOException {
        try (InputStream in = City.class.getResourceAsStream("regions.geojson")) {
            for (JsonNode feature : JSON.readTree(in).required("features")) {
                String name = feature.required("id").asText();
                features.put(name, feature);
                geometries.put(name, geometry(feature));
            }
        }
    }

    private static Geometry geometry(JsonNode feature) throws IOException {
        try {
            return new GeoJsonReader(FACTORY).read(feature.required("geometry").toString());
        } catch (ParseException e) {
            throw new IOException("regions.geojson has a geometry that is none", e);
        }
    }

    Set<String> names() {
        return features.keySet();
    }

    /** The region as the API takes it, which has its id in the path. */
    String feature(String name) {
        ObjectNode feature = features.get(name).deepCopy();
        feature.remove("id");
        return feature.toString();
    }

    /** The regions that contain a point, within or on the border. */
    Set<String> containing(double lat, double lon) {
        var point = FACTORY.createPoint(new Coordinate(lon, lat));
        Set<String> names = new TreeSet<>();
        geometries.forEach((name, geometry) -> {
            if (geometry.covers(point)) {
                names.add(name);
            }
        });
        return names;
    }
}
