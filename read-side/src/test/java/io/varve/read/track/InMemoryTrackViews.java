package io.varve.read.track;

import static java.util.Comparator.comparing;

import io.varve.read.table.InMemoryRows;
import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryTrackViews extends StoredTrackViews {
    private final InMemoryRows rows;

    public InMemoryTrackViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    CompletionStage<List<DayBlock>> days(String vehicleId, LocalDate first, LocalDate last) {
        return CompletableFuture.completedFuture(rows.all(TrackHandler.DAYS_TABLE).stream()
                .filter(row -> row.apply("vehicle_id").equals(vehicleId))
                .map(row -> new DayBlock((LocalDate) row.apply("day"), (Long) row.apply("block")))
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .sorted(comparing(DayBlock::day).thenComparing(DayBlock::block))
                .toList());
    }

    @Override
    CompletionStage<List<SignalView>> day(String vehicleId, LocalDate day, Instant from, Instant to) {
        return CompletableFuture.completedFuture(rows.all(TrackHandler.TABLE).stream()
                .filter(row -> row.apply("vehicle_id").equals(vehicleId)
                        && row.apply("day").equals(day))
                .flatMap(TrackRow::read)
                .toList());
    }
}
