package io.varve.http.code;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.vehicle.KnownVehicles;
import io.varve.http.vehicle.RawSignal;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.read.code.CodeQuery;
import io.varve.read.code.CodeViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/codes}, and those of a vehicle. */
public final class CodeRoutes {
    private static final Duration PERIOD = Duration.ofDays(7);

    private final Endpoint endpoint;
    private final KnownVehicles vehicles;
    private final CodeViews views;
    private final Clock clock;

    public CodeRoutes(Endpoint endpoint, KnownVehicles vehicles, CodeViews views, Clock clock) {
        this.endpoint = endpoint;
        this.vehicles = vehicles;
        this.views = views;
        this.clock = clock;
    }

    private record Items<T>(List<T> items) {}

    public Route route() {
        return concat(
                path("codes", () -> get(() -> endpoint.read(this::all))),
                path(
                        segment("vehicles").slash(segment()).slash("codes"),
                        id -> get(() -> endpoint.read(request -> ofVehicle(request, id)))));
    }

    private CompletionStage<HttpResponse> all(HttpRequest request) {
        Requests.allowParameters(request, Set.of("region", "route", "fleet", "from", "to"));
        var to = Requests.instant(request, "to").orElseGet(clock::instant);
        var from = Requests.instant(request, "from").orElseGet(() -> to.minus(PERIOD));
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("from", "from must be before to");
        }
        return views.codes(new CodeQuery(
                        within(from), within(to), id(request, "region"), id(request, "route"), id(request, "fleet")))
                .thenApply(codes -> Answers.json(200, new Items<>(codes)));
    }

    /** Looks for nothing where no signal can be: who asks for the years 1 to 9999 gets the same, sooner. */
    private Instant within(Instant at) {
        var latest = clock.instant().plus(RawSignal.AHEAD);
        return at.isBefore(RawSignal.EARLIEST) ? RawSignal.EARLIEST : at.isAfter(latest) ? latest : at;
    }

    private static Optional<String> id(HttpRequest request, String name) {
        return Requests.text(request, name).map(value -> Fields.id(name, value));
    }

    private CompletionStage<HttpResponse> ofVehicle(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return vehicles.find(request, id)
                .thenCompose(vehicle -> views.ofVehicle(id))
                .thenApply(codes -> Answers.json(200, new Items<>(codes)));
    }
}
