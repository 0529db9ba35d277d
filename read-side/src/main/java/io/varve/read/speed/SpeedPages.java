package io.varve.read.speed;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the events of pages to the hours, and between them what the feed has jumped over. One call at a time. */
final class SpeedPages {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedPages.class);

    /** Events that are read from a journal at once. */
    private static final int EVENTS_AT_ONCE = 200;

    /** Speeds that are added at once; a page may hold a million. */
    private static final int SPEEDS_AT_ONCE = 20_000;

    private final HourWriter hours;
    private final VehicleJournal journal;
    private final Function<String, MapPart> outlinesOf;

    /** @param outlinesOf the outlines that a vehicle's events count in; does not change during a page */
    SpeedPages(HourWriter hours, VehicleJournal journal, Function<String, MapPart> outlinesOf) {
        this.hours = hours;
        this.journal = journal;
        this.outlinesOf = outlinesOf;
    }

    /**
     * @param known up to which revision the events of each vehicle were taken; not changed
     * @return the same of the vehicles of the page, after it
     */
    CompletionStage<Map<String, Long>> take(List<Happened<VehicleEvent>> page, Map<String, Long> known) {
        Map<String, Long> seen = new HashMap<>();
        Map<String, MapPart> outlines = new HashMap<>();
        List<Happened<VehicleEvent>> run = new ArrayList<>();
        CompletionStage<Void> taken = CompletableFuture.completedFuture(null);
        for (var event : page) {
            var id = event.entityId();
            long last = seen.containsKey(id) ? seen.get(id) : known.getOrDefault(id, 0L);
            if (event.revision() > last + 1) {
                LOG.info("{}: the feed jumped from {} to {}", id, last, event.revision());
                var before = List.copyOf(run);
                run.clear();
                taken = taken.thenCompose(done -> add(before, outlines))
                        .thenCompose(done -> catchUp(id, last + 1, event.revision() - 1, outlines));
            }
            run.add(event);
            seen.put(id, Math.max(last, event.revision()));
        }
        return taken.thenCompose(done -> add(run, outlines)).thenApply(done -> seen);
    }

    private CompletionStage<Void> catchUp(String vehicleId, long from, long to, Map<String, MapPart> outlines) {
        if (from > to) {
            return CompletableFuture.completedFuture(null);
        }
        long end = Math.min(to, from + EVENTS_AT_ONCE - 1);
        List<Happened<VehicleEvent>> missing = new ArrayList<>();
        return journal.forEach(vehicleId, from, end, missing::add)
                .thenCompose(read -> add(missing, outlines))
                .thenCompose(done -> catchUp(vehicleId, end + 1, to, outlines));
    }

    private CompletionStage<Void> add(List<Happened<VehicleEvent>> events, Map<String, MapPart> outlines) {
        CompletionStage<Void> added = CompletableFuture.completedFuture(null);
        SortedMap<Long, List<Counted>> byHour = new TreeMap<>();
        int speeds = 0;
        for (var event : events) {
            speeds += count(event, outlines.computeIfAbsent(event.entityId(), outlinesOf), byHour);
            if (speeds >= SPEEDS_AT_ONCE) {
                var lot = byHour;
                added = added.thenCompose(done -> hours.add(lot));
                byHour = new TreeMap<>();
                speeds = 0;
            }
        }
        var rest = byHour;
        return added.thenCompose(done -> hours.add(rest));
    }

    /** @return how many speeds were added */
    private static int count(Happened<VehicleEvent> event, MapPart outlines, SortedMap<Long, List<Counted>> byHour) {
        // Of its own each time: the same event may come twice in a page.
        var token = new Object();
        var found = new ArrayList<Counted>();
        SpeedFold.speeds(
                event,
                (signal, fleet, speedKmh, at) -> found.add(new Counted(
                        token,
                        event.revision(),
                        event.entityId(),
                        SpeedFold.cells(signal, fleet, outlines),
                        speedKmh,
                        at)));
        found.forEach(speed -> byHour.computeIfAbsent(SpeedFold.hourOf(speed.at()), hour -> new ArrayList<>())
                .add(speed));
        return found.size();
    }
}
