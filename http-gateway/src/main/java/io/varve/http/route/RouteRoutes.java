package io.varve.http.route;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Found;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.read.route.RouteViews;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/routes}. */
public final class RouteRoutes {
    private final Endpoint endpoint;
    private final RouteCommands commands;
    private final RouteViews views;

    public RouteRoutes(Endpoint endpoint, RouteCommands commands, RouteViews views) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.views = views;
    }

    public Route route() {
        return pathPrefix(
                "routes",
                () -> concat(
                        pathEndOrSingleSlash(() -> get(() -> endpoint.read(this::list))),
                        pathPrefix(
                                segment(),
                                id -> pathEndOrSingleSlash(() -> concat(
                                        get(() -> endpoint.read(request -> show(request, id))),
                                        put(() -> endpoint.command(
                                                RouteBodies.Particulars.class,
                                                (request, body) -> define(request, id, body))))))));
    }

    private CompletionStage<HttpResponse> define(HttpRequest request, String id, RouteBodies.Particulars body) {
        var routeId = Fields.id("routeId", id);
        return commands.submit(
                        routeId,
                        Requests.commandId(request),
                        Requests.user(request),
                        Requests.expectedRevision(request),
                        body.command(routeId))
                .thenApply(done -> {
                    boolean created = done.answer().created();
                    var answer = Answers.withRevision(
                            Answers.json(created ? 201 : 200, new RouteBodies.Reply(routeId, done.revision())),
                            done.revision());
                    return Answers.replayed(
                            created ? Answers.withLocation(answer, "/v1/routes/" + routeId) : answer, done.repeated());
                });
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return views.route(Fields.id("routeId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.ROUTE_NOT_FOUND, "route"))
                .thenApply(
                        view -> Answers.withRevision(Answers.json(200, RouteBodies.Shown.of(view)), view.revision()));
    }

    private CompletionStage<HttpResponse> list(HttpRequest request) {
        Requests.allowParameters(request, Set.of());
        return views.all().thenApply(all -> Answers.json(200, RouteBodies.All.of(all)));
    }
}
