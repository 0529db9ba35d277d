package io.varve.http.vehicle;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Requests;
import io.varve.node.vehicle.Signal;
import io.varve.read.vehicle.VehicleEventViews;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/vehicles/{id}}. */
public final class VehicleRoutes {
    static final int MAX_REPORT_BYTES = 1024 * 1024;

    private final Endpoint endpoint;
    private final VehicleReports reports;
    private final KnownVehicles vehicles;
    private final VehicleEventViews events;
    private final Clock clock;

    public VehicleRoutes(
            Endpoint endpoint, VehicleReports reports, KnownVehicles vehicles, VehicleEventViews events, Clock clock) {
        this.endpoint = endpoint;
        this.reports = reports;
        this.vehicles = vehicles;
        this.events = events;
        this.clock = clock;
    }

    public Route route() {
        return pathPrefix("vehicles", () -> pathPrefix(segment(), this::vehicle));
    }

    private Route vehicle(String id) {
        return concat(
                pathEndOrSingleSlash(() -> concat(
                        get(() -> endpoint.read(request -> show(request, id))),
                        put(() -> endpoint.command(
                                VehicleRequests.Profile.class, (request, body) -> define(request, id, body))))),
                path(
                        "signals",
                        () -> post(() -> endpoint.command(
                                body -> SignalReader.read(body, clock.instant()),
                                MAX_REPORT_BYTES,
                                (request, signals) -> report(request, id, signals)))),
                path("events", () -> get(() -> endpoint.read(request -> events(request, id)))));
    }

    private CompletionStage<HttpResponse> define(HttpRequest request, String id, VehicleRequests.Profile body) {
        return reports.submit(
                        VehicleRequests.id("vehicleId", id),
                        Requests.commandId(request),
                        Requests.user(request),
                        Requests.expectedRevision(request),
                        body.command())
                .thenApply(done -> {
                    boolean registered = done.answer().registered();
                    var answer = Answers.withRevision(
                            Answers.json(registered ? 201 : 200, new VehicleBodies.Defined(id, done.revision())),
                            done.revision());
                    return Answers.replayed(
                            registered ? Answers.withLocation(answer, "/v1/vehicles/" + id) : answer, done.repeated());
                });
    }

    private CompletionStage<HttpResponse> report(HttpRequest request, String id, List<Signal> signals) {
        return reports.report(
                        VehicleRequests.id("vehicleId", id),
                        Requests.commandId(request),
                        Requests.user(request),
                        signals)
                .thenApply(
                        done -> Answers.replayed(Answers.json(202, VehicleBodies.Reported.of(done)), done.repeated()));
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return vehicles.find(request, id)
                .thenApply(view ->
                        Answers.withRevision(Answers.json(200, VehicleBodies.Vehicle.of(view)), view.revision()));
    }

    private CompletionStage<HttpResponse> events(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("from", "to", "limit", "cursor"));
        var from = Requests.instant(request, "from");
        var to = Requests.instant(request, "to");
        var page = Requests.page(request);
        return vehicles.find(request, id)
                .thenCompose(vehicle -> events.events(id, from, to, page))
                .thenApply(found -> Answers.page(request, found, VehicleEventBody::of));
    }
}
