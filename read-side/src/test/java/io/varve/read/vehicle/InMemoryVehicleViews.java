package io.varve.read.vehicle;

import static java.util.Comparator.comparing;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Reading;
import io.varve.read.table.InMemoryRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

public final class InMemoryVehicleViews implements VehicleViews {
    private final InMemoryRows rows;

    public InMemoryVehicleViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Optional<VehicleView>> vehicle(String vehicleId) {
        return CompletableFuture.completedFuture(
                rows.one(VehicleViewHandler.TABLE, VehicleSlice.of(vehicleId), vehicleId)
                        .flatMap(this::read));
    }

    private Optional<VehicleView> read(Function<String, Object> row) {
        var id = (String) row.apply("vehicle_id");
        return VehicleRow.read(
                row,
                times(VehicleRegionHandler.TABLE, id, "inside", "region_id", "entered_at"),
                times(VehicleCodeHandler.TABLE, id, "active", "code", "raised_at"));
    }

    private SortedMap<String, Instant> times(String table, String id, String holds, String what, String since) {
        var times = new TreeMap<String, Instant>();
        rows.all(table).stream()
                .filter(row -> row.apply("vehicle_id").equals(id))
                .filter(row -> Boolean.TRUE.equals(row.apply(holds)))
                .forEach(row -> times.put((String) row.apply(what), (Instant) row.apply(since)));
        return times;
    }

    @Override
    public CompletionStage<Reading<VehicleView>> vehicle(String vehicleId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> vehicle(vehicleId), VehicleView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<VehicleView>> all() {
        return CompletableFuture.completedFuture(rows.all(VehicleViewHandler.TABLE).stream()
                .flatMap(row -> read(row).stream())
                .toList());
    }

    @Override
    public CompletionStage<List<InsideView>> inside(String regionId) {
        return CompletableFuture.completedFuture(rows.all(VehicleRegionHandler.BY_REGION_TABLE).stream()
                .filter(row -> row.apply("region_id").equals(regionId))
                .filter(row -> Boolean.TRUE.equals(row.apply("inside")))
                .map(row -> new InsideView((String) row.apply("vehicle_id"), (Instant) row.apply("entered_at")))
                .sorted(comparing(InsideView::vehicleId))
                .toList());
    }

    @Override
    public CompletionStage<Long> revision(String vehicleId) {
        return CompletableFuture.completedFuture(
                rows.one(VehicleViewHandler.TABLE, VehicleSlice.of(vehicleId), vehicleId)
                        .map(row -> (Long) row.apply("revision"))
                        .orElse(0L));
    }
}
