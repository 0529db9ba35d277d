package io.varve.http.tracker;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;

import io.varve.http.vehicle.VehicleReports;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.Uri;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.scaladsl.model.IllegalUriException;

/** {@code /osmand} and {@code /owntracks}. */
public final class TrackerRoutes {
    private static final int MAX_BYTES = 1024 * 1024;

    private final Endpoint endpoint;
    private final VehicleReports reports;
    private final Clock clock;

    public TrackerRoutes(Endpoint endpoint, VehicleReports reports, Clock clock) {
        this.endpoint = endpoint;
        this.reports = reports;
        this.clock = clock;
    }

    public Route route() {
        return concat(
                path("osmand", () -> concat(get(this::osmAnd), post(this::osmAnd))),
                path(
                        "owntracks",
                        () -> post(() -> endpoint.taking(
                                MAX_BYTES,
                                List.of(MediaTypes.APPLICATION_JSON),
                                (request, body) -> ownTracks(request, body)))));
    }

    private Route osmAnd() {
        return endpoint.taking(MAX_BYTES, List.of(), (request, body) -> {
            var report = isOf(request, MediaTypes.APPLICATION_JSON)
                    ? Optional.of(OsmAndJson.read(body))
                    : OsmAndParameters.read(parameters(request, body), clock.instant());
            return take(request, report).thenApply(taken -> HttpResponse.create());
        });
    }

    private static boolean isOf(HttpRequest request, MediaType media) {
        return request.entity().getContentType().mediaType().equals(media);
    }

    /** Those of the query, or else those of the form. */
    private static Map<String, String> parameters(HttpRequest request, byte[] body) {
        var query = request.getUri().query();
        if (body.length == 0 || !query.toList().isEmpty()) {
            return query.toMap();
        }
        if (!isOf(request, MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type",
                    "The body must be application/x-www-form-urlencoded or application/json");
        }
        try {
            return Query.create(new String(body, StandardCharsets.UTF_8), Uri.RELAXED)
                    .toMap();
        } catch (IllegalUriException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The body is no form: " + e.getMessage());
        }
    }

    private CompletionStage<HttpResponse> ownTracks(HttpRequest request, byte[] body) {
        var user = Requests.header(request, "X-Limit-U").or(() -> Requests.text(request, "u"));
        var device = Requests.header(request, "X-Limit-D").or(() -> Requests.text(request, "d"));
        // What is answered are messages for the device, and there are none.
        return take(request, OwnTracksMessage.read(body, user, device))
                .thenApply(taken -> Answers.json(200, List.of()));
    }

    private CompletionStage<?> take(HttpRequest request, Optional<DeviceReport> report) {
        if (report.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return reports.report(
                report.get().vehicleId(),
                Requests.newCommandId(),
                Requests.user(request),
                report.get().checked(clock.instant()));
    }
}
