package io.varve.read.speed;

import io.varve.read.query.Concurrently;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Hours of which a query wants some minutes only. The parts of vehicles that lie within these minutes count as they are;
 * of the others, the events of that hour are read.
 */
final class CutHours {
    /** Journals that are read at the same time for one query. */
    private static final int LANES = 4;

    private final SpeedStore store;
    private final VehicleJournal journal;
    private final int shares;

    CutHours(SpeedStore store, VehicleJournal journal, int shares) {
        this.store = store;
        this.journal = journal;
        this.shares = shares;
    }

    /** What a group counts of an hour within a query's period. */
    CompletionStage<Optional<SpeedStats>> read(SpeedQuery query, SpeedGroup group, MapPart outlines, long hour) {
        var all = IntStream.range(0, shares).boxed().toList();
        return Concurrently.forEach(all, share -> store.parts(share, hour)).thenCompose(found -> {
            var parts = found.stream()
                    .flatMap(List::stream)
                    .filter(part -> part.cell().groups().contains(group))
                    .filter(part -> !isOutside(query, part.stats()))
                    .toList();
            return Concurrently.inLanes(LANES, parts, part -> within(query, part, outlines, hour))
                    .thenApply(each -> SpeedStats.sum(
                            each.stream().flatMap(Optional::stream).toList()));
        });
    }

    private CompletionStage<Optional<SpeedStats>> within(
            SpeedQuery query, StoredPart part, MapPart outlines, long hour) {
        if (isWithin(query, part.stats())) {
            return CompletableFuture.completedFuture(Optional.of(part.stats()));
        }
        var tally = new SpeedTally();
        return journal.forEach(
                        part.vehicleId(),
                        part.firstRevision(),
                        part.lastRevision(),
                        event -> SpeedFold.speeds(event, (signal, fleet, speedKmh, at) -> {
                            if (SpeedFold.hourOf(at) == hour
                                    && query.covers(at)
                                    && SpeedFold.cells(signal, fleet, outlines).contains(part.cell())) {
                                tally.add(speedKmh, at);
                            }
                        }))
                .thenApply(done -> tally.count() == 0 ? Optional.empty() : Optional.of(tally.view()));
    }

    /** Whether nothing of it lies outside of the query's period. */
    static boolean isWithin(SpeedQuery query, SpeedStats stats) {
        return query.covers(stats.firstAt()) && query.covers(stats.lastAt());
    }

    /** Whether nothing of it lies inside of the query's period. */
    static boolean isOutside(SpeedQuery query, SpeedStats stats) {
        return stats.lastAt().isBefore(query.from()) || !stats.firstAt().isBefore(query.to());
    }
}
