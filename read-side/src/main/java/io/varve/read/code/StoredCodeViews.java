package io.varve.read.code;

import io.varve.read.query.Concurrently;
import io.varve.read.vehicle.VehicleView;
import io.varve.read.vehicle.VehicleViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Counts codes out of the rows of their hours, wherever these are kept. */
abstract class StoredCodeViews implements CodeViews {
    /** Hours that one question reads at the same time: it must not crowd out others. */
    private static final int LOT = 16;

    private final VehicleViews vehicles;

    StoredCodeViews(VehicleViews vehicles) {
        this.vehicles = vehicles;
    }

    /** The partitions of a year from an hour to before another. */
    abstract CompletionStage<List<CodeHour>> hours(int year, Instant from, Instant to);

    /** The partitions that hold something of a vehicle. */
    abstract CompletionStage<List<CodeHour>> hoursOf(String vehicleId);

    abstract CompletionStage<List<CodeRow>> rows(CodeHour hour);

    abstract CompletionStage<List<CodeRow>> rowsOf(String vehicleId, CodeHour hour);

    @Override
    public CompletionStage<List<CodeSummary>> codes(CodeQuery query) {
        var tally = new CodeTally();
        if (!query.from().isBefore(query.to())) {
            return CompletableFuture.completedFuture(List.of());
        }
        var years = IntStream.rangeClosed(CodeHour.yearOf(query.from()), CodeHour.yearOf(query.to()))
                .boxed()
                .toList();
        var counting = new Counting(tally, row -> row.matches(query), query.from(), query.to());
        return eachYear(years, query, counting).thenApply(done -> tally.summaries());
    }

    private CompletionStage<Void> eachYear(List<Integer> years, CodeQuery query, Counting counting) {
        if (years.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return hours(years.get(0), CodeHour.of(query.from()), query.to())
                .thenCompose(hours -> eachLot(hours, this::rows, counting))
                .thenCompose(done -> eachYear(years.subList(1, years.size()), query, counting));
    }

    @Override
    public CompletionStage<List<VehicleCode>> ofVehicle(String vehicleId) {
        var tally = new CodeTally();
        var counting = new Counting(tally, row -> true, Instant.MIN, Instant.MAX);
        return vehicles.vehicle(vehicleId)
                .thenCompose(vehicle -> hoursOf(vehicleId)
                        .thenCompose(hours -> eachLot(hours, hour -> rowsOf(vehicleId, hour), counting))
                        .thenApply(done -> tally.ofVehicle(vehicle.<Map<String, Instant>>map(VehicleView::codes)
                                .orElse(Map.of()))));
    }

    /** What is to be counted, and where. */
    private record Counting(CodeTally tally, Predicate<CodeRow> wanted, Instant from, Instant to) {
        private void add(List<CodeRow> rows) {
            rows.stream().filter(wanted).forEach(row -> tally.add(row, from, to));
        }
    }

    /** Lot after lot, so that not all rows are in memory at once. */
    private static CompletionStage<Void> eachLot(
            List<CodeHour> hours, Function<CodeHour, CompletionStage<List<CodeRow>>> read, Counting counting) {
        if (hours.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        int size = Math.min(LOT, hours.size());
        return Concurrently.forEach(hours.subList(0, size), read).thenCompose(lot -> {
            lot.forEach(counting::add);
            return eachLot(hours.subList(size, hours.size()), read, counting);
        });
    }
}
