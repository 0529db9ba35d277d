package io.varve.http.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.http.web.ProblemException;

/** Goes through the coordinates of a GeoJSON geometry and refuses what cannot be, saying where it is. */
final class Coordinates {
    static final int MAX_POINTS = 10_000;

    /** The first and the last are the same. */
    private static final int MIN_RING_POINTS = 4;

    private static final double MAX_LON = 180;
    private static final double MAX_LAT = 90;

    private int points;

    void multiPolygon(String field, JsonNode polygons) {
        mustBeList(field, polygons, 1, "of at least one polygon");
        for (int i = 0; i < polygons.size(); i++) {
            polygon(field + "[" + i + "]", polygons.get(i));
        }
    }

    void polygon(String field, JsonNode rings) {
        mustBeList(field, rings, 1, "of at least one ring");
        for (int i = 0; i < rings.size(); i++) {
            ring(field + "[" + i + "]", rings.get(i));
        }
    }

    private void ring(String field, JsonNode positions) {
        mustBeList(field, positions, MIN_RING_POINTS, "of at least 4 positions, the last of which is the first");
        points += positions.size();
        if (points > MAX_POINTS) {
            throw ProblemException.invalid(
                    "geometry.coordinates", "geometry.coordinates must have at most " + MAX_POINTS + " positions");
        }
        for (int i = 0; i < positions.size(); i++) {
            position(field + "[" + i + "]", positions.get(i));
        }
        int last = positions.size() - 1;
        if (!isSamePoint(positions.get(0), positions.get(last))) {
            var end = field + "[" + last + "]";
            throw ProblemException.invalid(end, end + " must be where the ring begins: it is not closed");
        }
    }

    private static void position(String field, JsonNode position) {
        boolean isOne = position.isArray() && (position.size() == 2 || position.size() == 3);
        for (var number : position) {
            // What is too large for a double is read as infinite.
            isOne &= number.isNumber() && Double.isFinite(number.doubleValue());
        }
        if (!isOne) {
            throw ProblemException.invalid(
                    field, field + " must be longitude, latitude and perhaps an altitude, all of them numbers");
        }
        within(field + "[0]", "a longitude", position.get(0), MAX_LON);
        within(field + "[1]", "a latitude", position.get(1), MAX_LAT);
    }

    private static void within(String field, String what, JsonNode degrees, double max) {
        if (Math.abs(degrees.doubleValue()) > max) {
            throw ProblemException.invalid(
                    field, field + " must be " + what + " from -" + (int) max + " to " + (int) max);
        }
    }

    private static boolean isSamePoint(JsonNode a, JsonNode b) {
        return a.get(0).doubleValue() == b.get(0).doubleValue()
                && a.get(1).doubleValue() == b.get(1).doubleValue();
    }

    private static void mustBeList(String field, JsonNode list, int atLeast, String what) {
        if (!list.isArray() || list.size() < atLeast) {
            throw ProblemException.invalid(field, field + " must be an array " + what);
        }
    }
}
