package io.varve.gatling.fleet;

import io.varve.gatling.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Somewhere on the map, another place for each run, so that nobody else's signals lie in its four quadrants. */
record Town(String name, double lat, double lon) {
    static final int QUADRANTS = 4;
    private static final double HALF_WIDTH_DEGREES = 0.1;
    private static final double PLACES_PER_DEGREE = 1e6;

    static Town of(String name) {
        Random place = new Random(name.hashCode());
        return new Town(name, round(place.nextDouble(-60, 60)), round(place.nextDouble(-170, 170)));
    }

    /** A place on a circle around the centre. */
    double latAt(double degrees) {
        return round(lat + HALF_WIDTH_DEGREES / 2 * Math.sin(Math.toRadians(degrees)));
    }

    double lonAt(double degrees) {
        return round(lon + HALF_WIDTH_DEGREES / 2 * Math.cos(Math.toRadians(degrees)));
    }

    private static double round(double degrees) {
        return Math.round(degrees * PLACES_PER_DEGREE) / PLACES_PER_DEGREE;
    }

    List<Integer> quadrants() {
        return IntStream.range(0, QUADRANTS).boxed().toList();
    }

    String regionId(int quadrant) {
        return name + "-q" + quadrant;
    }

    /** The quadrant as a GeoJSON feature: a square with a corner in the centre. */
    String feature(int quadrant) {
        double north = quadrant < 2 ? HALF_WIDTH_DEGREES : -HALF_WIDTH_DEGREES;
        double east = quadrant == 0 || quadrant == 3 ? HALF_WIDTH_DEGREES : -HALF_WIDTH_DEGREES;
        List<List<Double>> ring = List.of(
                List.of(lon, lat),
                List.of(lon + east, lat),
                List.of(lon + east, lat + north),
                List.of(lon, lat + north),
                List.of(lon, lat));
        return Json.write(Map.of(
                "type", "Feature",
                "geometry", Map.of("type", "Polygon", "coordinates", List.of(ring)),
                "properties", Map.of("name", "Quadrant " + quadrant + " of " + name)));
    }

    /** West, south, east, north of everything that drives here. */
    String bbox() {
        return (lon - HALF_WIDTH_DEGREES) + "," + (lat - HALF_WIDTH_DEGREES) + "," + (lon + HALF_WIDTH_DEGREES) + ","
                + (lat + HALF_WIDTH_DEGREES);
    }
}
