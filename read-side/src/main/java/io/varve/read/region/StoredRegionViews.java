package io.varve.read.region;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Regions out of rows and outlines, wherever these are kept. */
abstract class StoredRegionViews implements RegionViews {
    abstract CompletionStage<Optional<RegionRow>> row(String regionId);

    /** Every row, by id, also of regions that are removed. */
    abstract CompletionStage<List<RegionRow>> rows();

    /** The geometry of an outline as GeoJSON. It is written before the row that names it. */
    abstract CompletionStage<String> geometry(String regionId, int outline);

    @Override
    public CompletionStage<Optional<RegionView>> region(String regionId) {
        return row(regionId)
                .thenCompose(row -> row.filter(RegionRow::isThere)
                        .map(found -> view(found).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    @Override
    public CompletionStage<Reading<RegionView>> region(String regionId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> row(regionId), RegionRow::revision, minRevision, maxWait)
                .thenCompose(this::view);
    }

    private CompletionStage<Reading<RegionView>> view(Reading<RegionRow> reading) {
        if (reading instanceof Reading.Found<RegionRow> found && found.row().isThere()) {
            return view(found.row()).thenApply(Reading.Found::new);
        }
        return CompletableFuture.completedFuture(
                reading instanceof Reading.Behind<RegionRow> behind
                        ? new Reading.Behind<>(behind.revision())
                        : new Reading.Absent<>());
    }

    private CompletionStage<RegionView> view(RegionRow row) {
        return geometry(row.regionId(), row.outline()).thenApply(row::view);
    }

    @Override
    public CompletionStage<Long> revision(String regionId) {
        return row(regionId).thenApply(row -> row.map(RegionRow::revision).orElse(0L));
    }

    @Override
    public CompletionStage<List<RegionView>> all(Map<String, RegionView> known) {
        return rows().thenCompose(rows ->
                Concurrently.forEach(rows.stream().filter(RegionRow::isThere).toList(), row -> {
                    var before = known.get(row.regionId());
                    return before != null && before.outline() == row.outline()
                            ? CompletableFuture.completedFuture(row.view(before.geometry()))
                            : view(row);
                }));
    }
}
