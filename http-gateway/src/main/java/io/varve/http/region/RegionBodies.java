package io.varve.http.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.read.region.RegionView;
import io.varve.read.vehicle.InsideView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of answers about regions. */
final class RegionBodies {
    private RegionBodies() {}

    record Reply(String regionId, long revision) {}

    /** A Feature of GeoJSON. */
    record Feature(String type, String id, JsonNode geometry, Properties properties) {
        static Feature of(RegionView view) {
            var properties = new Properties(view.name(), view.speedLimitKmh(), view.revision());
            return new Feature("Feature", view.regionId(), view.geometry(), properties);
        }
    }

    record Properties(String name, Optional<Double> speedLimitKmh, long revision) {}

    /** A FeatureCollection of GeoJSON. */
    record Collection(String type, List<Feature> features) {
        static Collection of(List<RegionView> views) {
            return new Collection(
                    "FeatureCollection", views.stream().map(Feature::of).toList());
        }
    }

    /** @param since the time of the signal that entered */
    record Inside(String vehicleId, Instant since) {}

    record Vehicles(List<Inside> items) {
        static Vehicles of(List<InsideView> inside) {
            return new Vehicles(inside.stream()
                    .map(view -> new Inside(view.vehicleId(), view.enteredAt()))
                    .toList());
        }
    }
}
