package io.varve.read.speed;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.VehicleView;
import io.varve.read.vehicle.VehicleViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Puts answers together from the events of the period. Uses nothing of the model but the fold. */
final class SpeedReplay {
    /** Journals that are read at the same time for one query. */
    private static final int LANES = 12;

    private final VehicleViews vehicles;
    private final TrackViews tracks;
    private final VehicleJournal journal;

    SpeedReplay(VehicleViews vehicles, TrackViews tracks, VehicleJournal journal) {
        this.vehicles = vehicles;
        this.tracks = tracks;
        this.journal = journal;
    }

    /** @param revisions the last revision that was read of each vehicle that has signals in the period */
    record Replayed(SpeedReport report, Map<String, Long> revisions) {}

    /**
     * @param groups a signal counts when it is in all of them
     * @param outlines that of the region, if one is among them
     */
    CompletionStage<Replayed> answer(SpeedQuery query, List<SpeedGroup> groups, MapPart outlines) {
        var buckets = new Buckets(query, groups, outlines);
        return vehicles.all()
                .thenCompose(all -> Concurrently.inLanes(
                        LANES,
                        all.stream().map(VehicleView::vehicleId).toList(),
                        vehicleId -> replay(vehicleId, query, buckets)))
                .thenApply(done -> buckets.replayed());
    }

    private CompletionStage<Void> replay(String vehicleId, SpeedQuery query, Buckets buckets) {
        return tracks.blocks(vehicleId, query.from(), query.to()).thenCompose(blocks -> {
            CompletionStage<Void> replayed = CompletableFuture.completedFuture(null);
            for (var run : runs(blocks)) {
                long first = Math.max(1, run.get(0) * TrackViews.BLOCK_REVISIONS);
                long last = (run.get(1) + 1) * TrackViews.BLOCK_REVISIONS - 1;
                replayed = replayed.thenCompose(done -> journal.forEach(vehicleId, first, last, buckets::take));
            }
            return replayed;
        });
    }

    /** Blocks that follow one another, as the first and the last of them. */
    private static List<List<Long>> runs(List<Long> blocks) {
        List<List<Long>> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (i + 1 == blocks.size() || blocks.get(i + 1) != blocks.get(i) + 1) {
                runs.add(List.of(blocks.get(start), blocks.get(i)));
                start = i + 1;
            }
        }
        return runs;
    }

    /** Where the speeds of all vehicles meet. */
    private static final class Buckets {
        private final SpeedQuery query;
        private final List<SpeedGroup> groups;
        private final MapPart outlines;
        private final SortedMap<Long, SpeedTally> tallies = new TreeMap<>();
        private final Map<String, Long> revisions = new ConcurrentHashMap<>();
        private final Map<Cell, List<SpeedGroup>> groupsOf = new ConcurrentHashMap<>();

        Buckets(SpeedQuery query, List<SpeedGroup> groups, MapPart outlines) {
            this.query = query;
            this.groups = groups;
            this.outlines = outlines;
        }

        void take(Happened<VehicleEvent> event) {
            revisions.merge(event.entityId(), event.revision(), Math::max);
            SpeedFold.speeds(event, (signal, fleet, speedKmh, at) -> {
                if (query.covers(at) && isInAll(SpeedFold.cells(signal, fleet, outlines))) {
                    synchronized (tallies) {
                        tallies.computeIfAbsent(
                                        query.bucket().firstHour(SpeedFold.hourOf(at)), hour -> new SpeedTally())
                                .add(speedKmh, at);
                    }
                }
            });
        }

        private boolean isInAll(List<Cell> cells) {
            return groups.stream()
                    .allMatch(group -> cells.stream()
                            .anyMatch(cell ->
                                    groupsOf.computeIfAbsent(cell, Cell::groups).contains(group)));
        }

        Replayed replayed() {
            SortedMap<Long, SpeedStats> buckets = new TreeMap<>();
            synchronized (tallies) {
                tallies.forEach((hour, tally) -> buckets.put(hour, tally.view()));
            }
            var report = SpeedReport.of(query, buckets, SpeedStats.sum(buckets.values()));
            return new Replayed(report, Map.copyOf(revisions));
        }
    }
}
