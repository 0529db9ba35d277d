package io.varve.read.code;

import static java.util.Comparator.comparing;

import io.varve.read.table.InMemoryRows;
import io.varve.read.vehicle.VehicleViews;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryCodeViews extends StoredCodeViews {
    private final InMemoryRows rows;

    public InMemoryCodeViews(InMemoryRows rows, VehicleViews vehicles) {
        super(vehicles);
        this.rows = rows;
    }

    @Override
    CompletionStage<List<CodeHour>> hours(int year, Instant from, Instant to) {
        return CompletableFuture.completedFuture(rows.all(CodeReportHandler.HOURS_TABLE).stream()
                .filter(row -> row.apply("year").equals(year))
                .map(row -> new CodeHour((Instant) row.apply("hour"), (Integer) row.apply("bucket")))
                .filter(hour -> !hour.hour().isBefore(from) && hour.hour().isBefore(to))
                .toList());
    }

    @Override
    CompletionStage<List<CodeHour>> hoursOf(String vehicleId) {
        int bucket = CodeHour.bucketOf(vehicleId);
        return CompletableFuture.completedFuture(rows.all(CodeReportHandler.VEHICLE_HOURS_TABLE).stream()
                .filter(row -> row.apply("vehicle_id").equals(vehicleId))
                .map(row -> new CodeHour((Instant) row.apply("hour"), bucket))
                .sorted(comparing(CodeHour::hour))
                .toList());
    }

    @Override
    CompletionStage<List<CodeRow>> rows(CodeHour hour) {
        return CompletableFuture.completedFuture(rows.all(CodeReportHandler.TABLE).stream()
                .filter(row -> row.apply("hour").equals(hour.hour())
                        && row.apply("bucket").equals(hour.bucket()))
                .map(CodeRow::read)
                .toList());
    }

    @Override
    CompletionStage<List<CodeRow>> rowsOf(String vehicleId, CodeHour hour) {
        return rows(hour)
                .thenApply(all -> all.stream()
                        .filter(row -> row.vehicleId().equals(vehicleId))
                        .toList());
    }
}
