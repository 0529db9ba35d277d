package io.varve.http.vehicle;

import io.varve.http.web.Endpoint;
import io.varve.http.web.Ndjson;
import io.varve.http.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lines of a stream that are carried out together, in their order; those of one vehicle share its writes. */
final class SignalLot {
    private static final String INSTANCE = "/v1/signals";
    /** How long a report waits for its outcome: it may be behind a thousand others, of vehicles still to be recovered. */
    private static final Duration REPORT_WAIT = Duration.ofSeconds(20);

    private final List<Long> numbers = new ArrayList<>();
    /** What each line says; null for one that is refused. */
    private final List<SignalLine> lines = new ArrayList<>();
    /** What each line is answered; null for one that is to be carried out. */
    private final List<Ndjson.Result> refused = new ArrayList<>();

    private int signals;

    /** Reads lines; a bad one is refused and does no harm to the others. */
    static SignalLot read(List<Ndjson.Line> together, Instant now) {
        var lot = new SignalLot();
        for (var line : together) {
            try {
                lot.add(line.number(), SignalLine.read(line.content(), now), null);
            } catch (ProblemException e) {
                lot.add(line.number(), null, Ndjson.Result.refused(line.number(), e, INSTANCE));
            }
        }
        return lot;
    }

    private void add(long number, SignalLine line, Ndjson.Result refusal) {
        numbers.add(number);
        lines.add(line);
        refused.add(refusal);
        signals += line == null ? 1 : line.signals().size();
    }

    /** Takes in what came later. */
    SignalLot with(SignalLot later) {
        numbers.addAll(later.numbers);
        lines.addAll(later.lines);
        refused.addAll(later.refused);
        signals += later.signals;
        return this;
    }

    /** How many signals, a refused line counting as one. */
    long size() {
        return signals;
    }

    /** Sends the reports, and answers each line once all have been answered. */
    CompletionStage<List<Ndjson.Result>> send(VehicleReports reports, String by) {
        var results = refused.toArray(Ndjson.Result[]::new);
        var answered = shared().stream()
                .map(report -> reports.report(report.vehicleId(), by, report.signals(), REPORT_WAIT)
                        .handle((done, failure) -> {
                            answer(report, done, failure, results);
                            return null;
                        })
                        .toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(answered).thenApply(all -> Arrays.asList(results));
    }

    /** In the order in which they must be sent. */
    private List<SharedReport> shared() {
        var all = new ArrayList<SharedReport>();
        Map<String, SharedReport> latest = new HashMap<>();
        for (int place = 0; place < lines.size(); place++) {
            var line = lines.get(place);
            if (line != null) {
                var report = latest.get(line.vehicleId());
                if (report == null || !report.takes(line)) {
                    report = new SharedReport(line.vehicleId());
                    latest.put(line.vehicleId(), report);
                    all.add(report);
                }
                report.add(place, line);
            }
        }
        return all;
    }

    private void answer(SharedReport report, VehicleReports.Done done, Throwable failure, Ndjson.Result[] results) {
        var places = report.places();
        if (failure != null) {
            var problem = Endpoint.problem(INSTANCE, failure);
            places.forEach(place -> results[place] = Ndjson.Result.refused(numbers.get(place), problem, INSTANCE));
            return;
        }
        var told = report.divide(done);
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            results[place] = new Ndjson.Result(numbers.get(place), 202, Optional.empty(), told.get(i));
        }
    }
}
