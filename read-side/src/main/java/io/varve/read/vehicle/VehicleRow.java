package io.varve.read.vehicle;

import com.fasterxml.jackson.core.type.TypeReference;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.table.JsonColumn;
import io.varve.read.table.None;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Reads rows of {@code vehicle_view} and of the tables that hold what belongs to them. */
final class VehicleRow {
    private static final TypeReference<SignalView> SIGNAL = new TypeReference<>() {};

    private VehicleRow() {}

    /**
     * The vehicle; empty while the row lacks the vehicle's first event.
     *
     * @param regions those that it is inside
     * @param codes those that are active
     */
    static Optional<VehicleView> read(
            Function<String, Object> column, SortedMap<String, Instant> regions, SortedMap<String, Instant> codes) {
        if (column.apply("label") == null) {
            return Optional.empty();
        }
        var profile = new VehicleProfile(
                (String) column.apply("label"),
                (String) column.apply("fleet"),
                None.readText(column.apply("route")).orElse(null),
                None.readText(column.apply("kind")).orElse(null),
                None.readNumber(column.apply("speed_limit_kmh")).orElse(null));
        return Optional.of(new VehicleView(
                (String) column.apply("vehicle_id"),
                profile,
                Optional.ofNullable(column.apply("newest")).map(json -> JsonColumn.read(json, SIGNAL)),
                regions,
                codes,
                Boolean.TRUE.equals(column.apply("overspeed")),
                (Long) column.apply("revision"),
                (Instant) column.apply("recorded_at")));
    }

    static VehicleEventView readEvent(Function<String, Object> column) {
        return new VehicleEventView(
                (Long) column.apply("revision"),
                (Instant) column.apply("at"),
                (String) column.apply("type"),
                VehicleDetails.read(column.apply("details")));
    }
}
