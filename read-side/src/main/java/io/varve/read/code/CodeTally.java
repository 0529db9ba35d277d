package io.varve.read.code;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts what rows report of each code. Not for several threads. */
final class CodeTally {
    private final Map<String, OfCode> byCode = new TreeMap<>();

    /** What is counted of one code. */
    private static final class OfCode {
        private long raised;
        private long cleared;
        private long signals;
        private Instant firstAt = Instant.MAX;
        private Instant lastAt = Instant.MIN;
        private final Set<String> vehicles = new HashSet<>();

        private void add(CodeRow row, Instant from, Instant to) {
            for (var at : row.report().times()) {
                if (at.isBefore(from) || !at.isBefore(to)) {
                    continue;
                }
                switch (row.report().what()) {
                    case REPORTED -> signals++;
                    case RAISED -> raised++;
                    case CLEARED -> cleared++;
                }
                firstAt = at.isBefore(firstAt) ? at : firstAt;
                lastAt = at.isAfter(lastAt) ? at : lastAt;
                vehicles.add(row.vehicleId());
            }
        }
    }

    /** Counts what of the row is at or after a time, and before another. */
    void add(CodeRow row, Instant from, Instant to) {
        if (row.report().times().stream().anyMatch(at -> !at.isBefore(from) && at.isBefore(to))) {
            byCode.computeIfAbsent(row.report().code(), code -> new OfCode()).add(row, from, to);
        }
    }

    List<CodeSummary> summaries() {
        return byCode.entrySet().stream()
                .map(each -> {
                    var of = each.getValue();
                    return new CodeSummary(
                            each.getKey(),
                            of.raised,
                            of.cleared,
                            of.signals,
                            of.vehicles.size(),
                            of.firstAt,
                            of.lastAt);
                })
                .toList();
    }

    /** @param active the codes that are active, with the times at which they were raised */
    List<VehicleCode> ofVehicle(Map<String, Instant> active) {
        return byCode.entrySet().stream()
                .map(each -> {
                    var of = each.getValue();
                    return new VehicleCode(
                            each.getKey(),
                            of.raised,
                            of.cleared,
                            of.signals,
                            of.firstAt,
                            of.lastAt,
                            Optional.ofNullable(active.get(each.getKey())));
                })
                .toList();
    }
}
