package io.varve.read.speed;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.query.Repeating;
import io.varve.read.region.RegionMap;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Keeps the model of one share of the vehicles. Calls may come at any time; they are done one after the other.
 *
 * <p>What it must never lose: an outline that is recorded as folded holds every event up to the revision that is
 * recorded of each vehicle. So both are only recorded by the worker that holds the share, an outline is struck out before
 * a page is taken without it, and a page's revisions are recorded after its parts.
 */
public final class SpeedWorker {
    private final int share;
    private final SpeedStore store;
    private final RowStore rows;
    private final Supplier<RegionMap> maps;
    private final SpeedPages pages;
    private final HourWriter hours;
    private final VehicleJournal journal;
    private final Duration foldSlice;

    private CompletionStage<?> last = CompletableFuture.completedFuture(null);
    private long holder;
    private final Map<String, Long> known = new HashMap<>();
    private final Set<Outline> folded = new HashSet<>();
    private RegionMap map = RegionMap.EMPTY;
    /** Underway, or null. */
    private OutlineFold fold;

    private MapPart foldedPart = new MapPart(map, folded);
    /** The outlines that are folded and those that are being folded. */
    private MapPart allPart = foldedPart;

    /** @param maps the newest map that is known */
    SpeedWorker(
            int share,
            SpeedStore store,
            RowStore rows,
            Supplier<RegionMap> maps,
            VehicleJournal journal,
            SpeedSettings settings) {
        this.share = share;
        this.store = store;
        this.rows = rows;
        this.maps = maps;
        this.journal = journal;
        foldSlice = settings.foldSlice();
        var cache = new HourCache(hour -> store.parts(share, hour), this::isFollowed, settings.partsInMemory());
        hours = new HourWriter(share, cache, rows);
        pages = new SpeedPages(hours, journal, this::outlinesOf);
    }

    /** Takes over the share, and takes up what the tables hold. To be called first. */
    public CompletionStage<Void> start() {
        return inTurn(() -> store.takeOver(share)
                .thenCompose(held -> {
                    holder = held;
                    // Only now: whoever held it before may have recorded more until then.
                    return store.folded(share);
                })
                .thenCompose(outlines -> {
                    folded.addAll(outlines);
                    return store.vehicles(share);
                })
                .thenCompose(revisions -> {
                    known.putAll(revisions);
                    return followMap();
                }));
    }

    /** Brings the model up to these events, those of one vehicle in their order. */
    public CompletionStage<Void> page(List<Happened<VehicleEvent>> events) {
        return inTurn(() -> followMap()
                .thenCompose(done -> pages.take(events, known))
                .thenCompose(revisions -> store.holds(share, holder)
                        .thenAccept(this::mustHold)
                        .thenCompose(done -> rows.write(revisions.entrySet().stream()
                                .map(each -> SpeedTables.vehicle(share, each.getKey(), each.getValue()))
                                .toList()))
                        .thenRun(() -> known.putAll(revisions))));
    }

    /** For times without pages as well: looks whether the map has changed, and works on what that brings, for a while. */
    public CompletionStage<Void> tick() {
        return inTurn(() -> followMap().thenCompose(done -> {
            long untilNanoTime = System.nanoTime() + foldSlice.toNanos();
            return Repeating.whileTrue(() -> foldOn().thenApply(more -> more && System.nanoTime() - untilNanoTime < 0));
        }));
    }

    private synchronized CompletionStage<Void> inTurn(Supplier<CompletionStage<Void>> work) {
        var next = last.handle((done, failure) -> null)
                .thenCompose(before -> work.get())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        startOver();
                    }
                });
        last = next;
        return next;
    }

    /** What is in memory may be ahead of the tables; from them, everything can be done again. */
    private void startOver() {
        hours.forget();
        if (fold != null) {
            fold.stepBack();
        }
    }

    private void mustHold(boolean holds) {
        if (!holds) {
            throw new NotHeldException(share);
        }
    }

    private CompletionStage<Void> followMap() {
        var newest = maps.get();
        if (newest == RegionMap.EMPTY) {
            // To go on without one would strike out everything that is folded.
            return CompletableFuture.failedFuture(new IllegalStateException("there is no map of regions yet"));
        }
        if (newest == map) {
            return CompletableFuture.completedFuture(null);
        }
        var drawn = MapPart.of(newest);
        List<Outline> gone = new ArrayList<>(folded);
        gone.removeAll(drawn);
        return record(gone, false).thenRun(() -> {
            folded.removeAll(gone);
            boolean lessToFold = fold != null && fold.retain(drawn);
            if (lessToFold || !gone.isEmpty()) {
                hours.forget();
            }
            map = newest;
            plan();
        });
    }

    private void plan() {
        if (fold != null && fold.outlines().isEmpty()) {
            fold = null;
        }
        if (fold == null) {
            var fresh = MapPart.of(map);
            fresh.removeAll(folded);
            fold = fresh.isEmpty() ? null : new OutlineFold(fresh, known.keySet(), journal, hours);
        }
        foldedPart = new MapPart(map, folded);
        var all = new HashSet<>(folded);
        if (fold != null) {
            all.addAll(fold.outlines());
        }
        allPart = new MapPart(map, all);
    }

    /** @return whether there is more to do */
    private CompletionStage<Boolean> foldOn() {
        if (fold == null) {
            return CompletableFuture.completedFuture(false);
        }
        if (!fold.isDone()) {
            return fold.step(map, vehicleId -> known.getOrDefault(vehicleId, 0L))
                    .thenApply(done -> true);
        }
        var done = List.copyOf(fold.outlines());
        return record(done, true).thenApply(recorded -> {
            folded.addAll(done);
            fold = null;
            plan();
            return fold != null;
        });
    }

    private CompletionStage<Void> record(List<Outline> outlines, boolean isFolded) {
        CompletionStage<Void> recorded = CompletableFuture.completedFuture(null);
        for (var outline : outlines) {
            recorded = recorded.thenCompose(before -> store.setFolded(share, holder, outline, isFolded))
                    .thenAccept(this::mustHold);
        }
        return recorded;
    }

    /** The outlines that a vehicle's events count in as they come. */
    private MapPart outlinesOf(String vehicleId) {
        return fold != null && fold.isFollowed(vehicleId) ? allPart : foldedPart;
    }

    /** Whether a part that the tables hold is whole; else it is left by an attempt to fold that was given up. */
    private boolean isFollowed(StoredPart part) {
        if (!part.cell().isInside() || folded.contains(part.cell().inside())) {
            return true;
        }
        return fold != null
                && fold.isFollowed(part.vehicleId())
                && fold.outlines().contains(part.cell().inside());
    }
}
