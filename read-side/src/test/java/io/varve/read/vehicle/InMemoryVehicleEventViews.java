package io.varve.read.vehicle;

import static java.util.Comparator.comparing;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.InMemoryRows;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryVehicleEventViews implements VehicleEventViews {
    private final InMemoryRows rows;

    public InMemoryVehicleEventViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Page<VehicleEventView>> events(
            String vehicleId, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
        var after = VehicleEventCursor.after(to, page);
        var events = rows.all(VehicleEventHandler.TABLE).stream()
                .filter(row -> row.apply("vehicle_id").equals(vehicleId))
                .map(VehicleRow::readEvent)
                .filter(event -> VehicleEventCursor.ORDER.compare(VehicleEventCursor.of(event), after) > 0)
                .filter(event -> from.isEmpty() || !event.at().isBefore(from.get()))
                .sorted(comparing(VehicleEventCursor::of, VehicleEventCursor.ORDER))
                .limit(page.limit() + 1L)
                .toList();
        return CompletableFuture.completedFuture(VehicleEventCursor.page(events, page.limit()));
    }
}
