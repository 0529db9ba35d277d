package io.varve.http.vehicle;

import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.withoutSizeLimit;

import io.varve.http.web.Endpoint;
import io.varve.http.web.Ndjson;
import io.varve.http.web.Requests;
import io.varve.http.web.StreamShares;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/signals}: any number of signals of any vehicles, one a line, answered in the order of the input. */
public final class SignalStreamRoutes {
    private static final int MAX_LINE_BYTES = 1024 * 1024;
    /** What arrives while so many lots are underway gathers in the next one. */
    private static final int LOTS_UNDERWAY = 2;
    /** So many that the vehicles of a fleet have some dozens each, which share a write; about 15 MB. */
    private static final long LOT_SIGNALS = 32_768;

    private static final long LEAST_LOT_SIGNALS = 1_024;

    private final Endpoint endpoint;
    private final VehicleReports reports;
    private final Clock clock;
    private final StreamShares lots = new StreamShares(LOT_SIGNALS, LEAST_LOT_SIGNALS);

    public SignalStreamRoutes(Endpoint endpoint, VehicleReports reports, Clock clock) {
        this.endpoint = endpoint;
        this.reports = reports;
        this.clock = clock;
    }

    public Route route() {
        return path(
                "signals",
                () -> post(() -> withoutSizeLimit(() -> endpoint.answering(
                        Ndjson.MEDIA, request -> CompletableFuture.completedFuture(stream(request))))));
    }

    private HttpResponse stream(HttpRequest request) {
        var lines = Ndjson.lines(request, MAX_LINE_BYTES);
        Requests.allowParameters(request, Set.of());
        String by = Requests.user(request);
        return Ndjson.answerTogether(lots.stream(
                lotSignals -> lines.map(together -> SignalLot.read(together, clock.instant()))
                        .batchWeighted(lotSignals, SignalLot::size, lot -> lot, SignalLot::with)
                        .mapAsync(LOTS_UNDERWAY, lot -> lot.send(reports, by))));
    }
}
