package io.varve.read.speed;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.region.RegionMap;
import io.varve.read.table.Happened;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.ToLongFunction;

/**
 * Gives new outlines their past: goes through the journals of a share's vehicles, one after the other, in small steps,
 * between which pages may be taken. A vehicle that is done is followed from then on; one that is not yet is left out.
 *
 * <p>It keeps no record of how far it has come: after a restart it begins anew, and writes the same parts again, or
 * those of a later revision, which count more signals.
 */
final class OutlineFold {
    private static final int EVENTS_AT_ONCE = 200;
    private static final int HOURS_AT_ONCE = 8;

    private final Set<Outline> outlines;
    private final VehicleJournal journal;
    private final HourWriter hours;
    private final Deque<String> toGo;
    private final Set<String> left;
    /** The hours that some vehicle has signals in the outlines in; to be summed up at the end. */
    private final TreeSet<Long> touched = new TreeSet<>();

    private long nextRevision = 1;
    private Map<Key, Part> parts = new HashMap<>();

    private record Key(long hour, Cell cell) {}

    /** @param vehicles those that have a past; others are followed from their first event on */
    OutlineFold(Collection<Outline> outlines, Collection<String> vehicles, VehicleJournal journal, HourWriter hours) {
        this.outlines = new HashSet<>(outlines);
        this.journal = journal;
        this.hours = hours;
        toGo = new ArrayDeque<>(vehicles);
        left = new HashSet<>(vehicles);
    }

    Set<Outline> outlines() {
        return outlines;
    }

    /** Whether the vehicle's events count in these outlines as they come. */
    boolean isFollowed(String vehicleId) {
        return !left.contains(vehicleId);
    }

    /** Gives up the outlines that are not among these. */
    boolean retain(Set<Outline> drawn) {
        boolean changed = outlines.retainAll(drawn);
        if (changed) {
            parts.keySet().removeIf(key -> !outlines.contains(key.cell().inside()));
        }
        return changed;
    }

    boolean isDone() {
        return toGo.isEmpty() && touched.isEmpty();
    }

    /** After a failure: the vehicle that was underway is read again. */
    void stepBack() {
        nextRevision = 1;
        parts = new HashMap<>();
    }

    /**
     * Goes a step further; only while it is not done.
     *
     * @param known the revision of a vehicle up to which its events were taken
     */
    CompletionStage<Void> step(RegionMap map, ToLongFunction<String> known) {
        if (toGo.isEmpty()) {
            return sumUp();
        }
        var vehicleId = toGo.peek();
        long last = known.applyAsLong(vehicleId);
        long to = Math.min(nextRevision + EVENTS_AT_ONCE - 1, last);
        var drawn = new MapPart(map, outlines);
        CompletionStage<Void> read = nextRevision > to
                ? CompletableFuture.completedFuture(null)
                : journal.forEach(vehicleId, nextRevision, to, event -> take(event, drawn));
        return read.thenCompose(done -> {
            nextRevision = to + 1;
            return to < last ? CompletableFuture.completedFuture(null) : leave(vehicleId);
        });
    }

    private void take(Happened<VehicleEvent> happened, MapPart drawn) {
        var token = new Object();
        SpeedFold.speeds(happened, (signal, fleet, speedKmh, at) -> {
            for (var cell : drawn.at(signal.lat(), signal.lon())) {
                parts.computeIfAbsent(new Key(SpeedFold.hourOf(at), cell), key -> new Part(happened.entityId(), cell))
                        .take(token, happened.revision(), speedKmh, at);
            }
        });
    }

    private CompletionStage<Void> leave(String vehicleId) {
        Map<Long, List<Part>> byHour = new HashMap<>();
        parts.forEach((key, part) ->
                byHour.computeIfAbsent(key.hour(), hour -> new ArrayList<>()).add(part));
        return hours.adopt(byHour).thenRun(() -> {
            touched.addAll(byHour.keySet());
            left.remove(vehicleId);
            toGo.remove();
            stepBack();
        });
    }

    private CompletionStage<Void> sumUp() {
        var lot = touched.stream().limit(HOURS_AT_ONCE).toList();
        var groups = outlines.stream().map(SpeedGroup::region).toList();
        return hours.rewrite(lot, groups).thenRun(() -> lot.forEach(touched::remove));
    }
}
