package io.varve.http.vehicle;

import io.varve.http.vehicle.VehicleBodies.Reported;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of one vehicle that become one report, and so one write. Its answer is divided among them again, each line being
 * told what it would have been told alone.
 */
final class SharedReport {
    private final String vehicleId;
    /** The places of the lines in their lot, and their signals. */
    private final List<Integer> places = new ArrayList<>();

    private final List<List<Signal>> shares = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();

    SharedReport(String vehicleId) {
        this.vehicleId = vehicleId;
    }

    /** Whether the line may be added: of a larger report one could not tell whose signals were new. */
    boolean takes(SignalLine line) {
        return signals.isEmpty() || signals.size() + line.signals().size() <= VehicleAnswer.MAX_TOLD;
    }

    void add(int place, SignalLine line) {
        places.add(place);
        shares.add(line.signals());
        signals.addAll(line.signals());
    }

    String vehicleId() {
        return vehicleId;
    }

    List<Integer> places() {
        return places;
    }

    /** The signals of all lines, in their order. */
    List<Signal> signals() {
        return signals;
    }

    /** What each line is told, in the order of {@link #places}. */
    List<Reported> divide(VehicleReports.Done done) {
        if (shares.size() == 1) {
            return List.of(Reported.of(done));
        }
        var division = new Division(done);
        return shares.stream().map(division::next).toList();
    }

    /** Goes through the lines in their order. */
    private final class Division {
        private final long revision;
        /** Up to here signals are too old, and the recorded ones are late. */
        private final Instant tooOldTo;

        private final Instant lateTo;
        /** What is still to be told: of two signals of one moment, the second is a duplicate. */
        private final Set<Instant> recorded;
        /** The newest signal of the lines before. */
        private Instant newest = Instant.MIN;

        Division(VehicleReports.Done done) {
            var answer = done.answer();
            revision = done.revision();
            tooOldTo = lastOf(answer.tooOld(), signals.stream().map(Signal::at));
            recorded = recorded(answer);
            lateTo = lastOf(answer.late(), recorded.stream());
        }

        private Set<Instant> recorded(VehicleAnswer answer) {
            if (answer.accepted() == 0) {
                return new HashSet<>();
            }
            return answer.recordedAt() != null
                    ? new HashSet<>(answer.recordedAt())
                    : signals.stream()
                            .map(Signal::at)
                            .filter(at -> at.isAfter(tooOldTo))
                            .collect(Collectors.toCollection(HashSet::new));
        }

        Reported next(List<Signal> share) {
            int accepted = 0;
            int late = 0;
            int tooOld = 0;
            var before = newest;
            for (var signal : share) {
                var at = signal.at();
                if (!at.isAfter(tooOldTo)) {
                    tooOld++;
                } else if (recorded.remove(at)) {
                    accepted++;
                    late += at.isAfter(lateTo) && at.isAfter(before) ? 0 : 1;
                    newest = at.isAfter(newest) ? at : newest;
                }
            }
            return Reported.of(vehicleId, accepted, share.size() - accepted - tooOld, late, tooOld, revision);
        }
    }

    /** The time of the last of so many, from the earliest on; before all times when there are none. */
    private static Instant lastOf(int count, Stream<Instant> times) {
        return count == 0
                ? Instant.MIN
                : times.sorted().skip(count - 1L).findFirst().orElse(Instant.MIN);
    }
}
