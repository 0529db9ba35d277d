package io.varve.read.region;

import static java.util.Comparator.comparing;

import io.varve.read.table.InMemoryRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryRegionViews extends StoredRegionViews {
    private final InMemoryRows rows;

    public InMemoryRegionViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    CompletionStage<Optional<RegionRow>> row(String regionId) {
        return CompletableFuture.completedFuture(rows.one(RegionViewHandler.TABLE, RegionViewHandler.ALL, regionId)
                .map(RegionRow::read));
    }

    @Override
    CompletionStage<List<RegionRow>> rows() {
        return CompletableFuture.completedFuture(rows.all(RegionViewHandler.TABLE).stream()
                .map(RegionRow::read)
                .sorted(comparing(RegionRow::regionId))
                .toList());
    }

    @Override
    CompletionStage<String> geometry(String regionId, int outline) {
        var row = rows.one(RegionOutlineHandler.TABLE, regionId, outline).orElseThrow();
        return CompletableFuture.completedFuture((String) row.apply("geometry"));
    }
}
