package io.varve.read.code;

import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.read.table.Kebab;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one event says of one code in one hour at one place.
 *
 * @param times of the signals, to the millisecond; never empty
 * @param route or null
 */
record CodeReport(String code, What what, List<Instant> times, String fleet, String route, Set<String> regions) {
    enum What {
        REPORTED,
        RAISED,
        CLEARED;

        String text() {
            return Kebab.of(this);
        }
    }

    /** What the signals of an event have in common that are in one row. */
    private record Place(Instant hour, String code, String route, List<String> regions) {}

    static List<CodeReport> of(SignalsRecorded event) {
        Map<Place, List<Instant>> times = new LinkedHashMap<>();
        for (var recorded : event.signals()) {
            var signal = recorded.signal();
            if (signal.codes() == null || signal.codes().isEmpty()) {
                continue;
            }
            var at = Times.calendar(signal.at());
            for (var code : new LinkedHashSet<>(signal.codes())) {
                var place = new Place(CodeHour.of(at), code, signal.route(), recorded.regions());
                times.computeIfAbsent(place, p -> new ArrayList<>()).add(at);
            }
        }
        List<CodeReport> reports = new ArrayList<>();
        times.forEach((place, at) -> reports.add(new CodeReport(
                place.code(), What.REPORTED, at, event.fleet(), place.route(), Set.copyOf(place.regions()))));
        return reports;
    }

    static CodeReport of(CodeRaised event) {
        var at = List.of(Times.calendar(event.at()));
        return new CodeReport(event.code(), What.RAISED, at, event.fleet(), event.route(), Set.copyOf(event.regions()));
    }

    static CodeReport of(CodeCleared event) {
        var at = List.of(Times.calendar(event.at()));
        return new CodeReport(
                event.code(), What.CLEARED, at, event.fleet(), event.route(), Set.copyOf(event.regions()));
    }
}
