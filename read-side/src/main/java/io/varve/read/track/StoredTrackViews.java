package io.varve.read.track;

import io.varve.read.table.Times;
import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tracks out of rows by day, wherever these are kept. */
abstract class StoredTrackViews implements TrackViews {
    /** A day on which a vehicle has signals, and a block of its journal that holds some of them. */
    record DayBlock(LocalDate day, long block) {}

    /** The days from first to last, both included, in their order. */
    abstract CompletionStage<List<DayBlock>> days(String vehicleId, LocalDate first, LocalDate last);

    /** The signals in rows of a day that reach into the period, in no order. */
    abstract CompletionStage<List<SignalView>> day(String vehicleId, LocalDate day, Instant from, Instant to);

    @Override
    public CompletionStage<List<SignalView>> track(String vehicleId, Instant from, Instant to, int limit) {
        return daysOf(vehicleId, from, to).thenCompose(days -> {
            var distinct = days.stream().map(DayBlock::day).distinct().toList();
            return collect(vehicleId, distinct, from, to, limit, new ArrayList<>());
        });
    }

    private CompletionStage<List<DayBlock>> daysOf(String vehicleId, Instant from, Instant to) {
        return from.isBefore(to)
                ? days(vehicleId, Times.day(from), Times.day(to.minusNanos(1)))
                : CompletableFuture.completedFuture(List.of());
    }

    /** Goes from day to day until there are enough. */
    private CompletionStage<List<SignalView>> collect(
            String vehicleId, List<LocalDate> days, Instant from, Instant to, int limit, List<SignalView> soFar) {
        if (days.isEmpty() || soFar.size() >= limit) {
            return CompletableFuture.completedFuture(soFar.subList(0, Math.min(limit, soFar.size())));
        }
        return day(vehicleId, days.get(0), from, to).thenCompose(signals -> {
            signals.stream()
                    .filter(each -> !each.signal().at().isBefore(from)
                            && each.signal().at().isBefore(to))
                    .sorted(Comparator.comparing(each -> each.signal().at()))
                    .forEach(soFar::add);
            return collect(vehicleId, days.subList(1, days.size()), from, to, limit, soFar);
        });
    }

    @Override
    public CompletionStage<List<Long>> blocks(String vehicleId, Instant from, Instant to) {
        return daysOf(vehicleId, from, to)
                .thenApply(days ->
                        days.stream().map(DayBlock::block).distinct().sorted().toList());
    }
}
