package io.varve.read.speed;

import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Adds speeds to the hours of a share, in memory and then in the tables. One call at a time. */
final class HourWriter {
    /** So many hours are held at once, however many a page goes through. */
    private static final int HOURS_AT_ONCE = 8;

    private final int share;
    private final HourCache hours;
    private final RowStore rows;

    HourWriter(int share, HourCache hours, RowStore rows) {
        this.share = share;
        this.hours = hours;
        this.rows = rows;
    }

    /**
     * Adds the speeds of some events. What is in the parts already is not added again, but is written again: the
     * last time may have failed between two tables.
     *
     * @param byHour in the order of their events
     */
    CompletionStage<Void> add(SortedMap<Long, List<Counted>> byHour) {
        return inLots(byHour.keySet(), lot -> hours.get(lot).thenCompose(at -> add(byHour, at)));
    }

    private CompletionStage<Void> add(Map<Long, List<Counted>> byHour, Map<Long, HourParts> at) {
        List<Write> content = new ArrayList<>();
        List<Write> changes = new ArrayList<>();
        at.forEach((hour, parts) -> {
            var touched = touched(byHour.get(hour), parts);
            touched.forEach(part -> content.add(SpeedTables.part(share, hour, part)));
            write(hour, parts, groupsOf(touched), content, changes);
        });
        return rows.write(content).thenCompose(done -> rows.write(changes));
    }

    private static Set<Part> touched(List<Counted> speeds, HourParts parts) {
        Set<Part> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var speed : speeds) {
            for (var cell : speed.cells()) {
                touched.add(parts.take(
                        speed.event(), speed.revision(), speed.vehicleId(), cell, speed.speedKmh(), speed.at()));
            }
        }
        return touched;
    }

    private static Set<SpeedGroup> groupsOf(Collection<Part> parts) {
        Set<Cell> cells = new HashSet<>();
        parts.forEach(part -> cells.add(part.cell()));
        Set<SpeedGroup> groups = new HashSet<>();
        cells.forEach(cell -> groups.addAll(cell.groups()));
        return groups;
    }

    private void write(
            long hour, HourParts parts, Collection<SpeedGroup> groups, List<Write> content, List<Write> changes) {
        for (var group : groups) {
            var stats = parts.stats(group);
            content.add(SpeedTables.hour(share, hour, group, stats));
            changes.add(SpeedTables.changed(share, hour, group, stats.count()));
        }
    }

    /** Writes the hours of some groups as the parts make them. */
    CompletionStage<Void> rewrite(Collection<Long> whichHours, Collection<SpeedGroup> groups) {
        return inLots(
                whichHours,
                lot -> hours.get(lot).thenCompose(at -> {
                    List<Write> content = new ArrayList<>();
                    List<Write> changes = new ArrayList<>();
                    at.forEach((hour, parts) -> write(
                            hour, parts, groups.stream().filter(parts::has).toList(), content, changes));
                    return rows.write(content).thenCompose(done -> rows.write(changes));
                }));
    }

    /** Writes parts that were made beside the hours, and adds them to those that are at hand. */
    CompletionStage<Void> adopt(Map<Long, List<Part>> byHour) {
        List<Write> content = new ArrayList<>();
        byHour.forEach((hour, parts) -> parts.forEach(part -> content.add(SpeedTables.part(share, hour, part))));
        return rows.write(content)
                .thenRun(() ->
                        byHour.forEach((hour, parts) -> hours.known(hour).ifPresent(at -> parts.forEach(at::adopt))));
    }

    /** Drops what is in memory, after which the tables say what there is. */
    void forget() {
        hours.clear();
    }

    private interface Use {
        CompletionStage<Void> lot(List<Long> hours);
    }

    private static CompletionStage<Void> inLots(Collection<Long> hours, Use use) {
        var all = List.copyOf(hours);
        CompletionStage<Void> done = CompletableFuture.completedFuture(null);
        for (int from = 0; from < all.size(); from += HOURS_AT_ONCE) {
            var lot = all.subList(from, Math.min(all.size(), from + HOURS_AT_ONCE));
            done = done.thenCompose(before -> use.lot(lot));
        }
        return done;
    }
}
