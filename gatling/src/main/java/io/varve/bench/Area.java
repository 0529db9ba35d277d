package io.varve.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Regions in a row, and vehicles that report from within them, each from one, at even intervals.
 *
 * @param prefix begins the ids of the regions and vehicles, and is the vehicles' fleet
 * @param start the moment of every vehicle's first signal
 * @param spacing between two signals of a vehicle
 */
record Area(String prefix, int regions, int vehicles, Instant start, Duration spacing) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double WIDTH_DEGREES = 0.01;

    /** Every area lies somewhere else, so that none counts the signals of another, of this run or one before. */
    private double south() {
        return new Random(prefix.hashCode()).nextDouble(-60, 60);
    }

    private double west(int region) {
        return new Random(~prefix.hashCode()).nextDouble(-170, 160) + 2 * region * WIDTH_DEGREES;
    }

    String vehicleId(int vehicle) {
        return prefix + "-" + vehicle;
    }

    int regionOf(int vehicle) {
        return vehicle % regions;
    }

    String regionId(int region) {
        return prefix + "-r" + region;
    }

    Instant moment(long number) {
        return start.plus(spacing.multipliedBy(number));
    }

    double anyLat(Random random) {
        return south() + random.nextDouble(WIDTH_DEGREES);
    }

    double anyLon(int region, Random random) {
        return west(region) + random.nextDouble(WIDTH_DEGREES);
    }

    /** The region as a GeoJSON feature. */
    String feature(int region) {
        double west = west(region);
        double east = west + WIDTH_DEGREES;
        double north = south() + WIDTH_DEGREES;
        List<List<Double>> ring = List.of(
                List.of(west, south()),
                List.of(east, south()),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south()));
        return json(Map.of(
                "type", "Feature",
                "geometry", Map.of("type", "Polygon", "coordinates", List.of(ring)),
                "properties", Map.of("name", regionId(region))));
    }

    String profile(int vehicle) {
        return json(Map.of("label", vehicleId(vehicle), "fleet", prefix, "kind", "bus"));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
