package io.varve.http.region;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Found;
import io.varve.http.web.GeoJson;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.region.RegionCommand;
import io.varve.read.Views;
import io.varve.read.region.MapKeeper;
import io.varve.read.region.RegionView;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/regions}. */
public final class RegionRoutes {
    private static final int MAX_FEATURE_BYTES = 1024 * 1024;

    private final Endpoint endpoint;
    private final RegionChecks checks = new RegionChecks();
    private final RegionCommands commands;
    private final Views views;
    private final MapKeeper maps;

    /** @param maps whose geometries need not be read again */
    public RegionRoutes(Endpoint endpoint, RegionCommands commands, Views views, MapKeeper maps) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.views = views;
        this.maps = maps;
    }

    public Route route() {
        return pathPrefix(
                "regions",
                () -> concat(
                        pathEndOrSingleSlash(() -> get(() -> endpoint.answering(GeoJson.ALSO_AS_JSON, this::list))),
                        pathPrefix(segment(), this::region)));
    }

    private Route region(String id) {
        return concat(
                pathEndOrSingleSlash(() -> concat(
                        get(() ->
                                endpoint.answering(GeoJson.ALSO_AS_JSON, (request, media) -> show(request, id, media))),
                        put(() -> endpoint.command(
                                GeoJson.ALSO_AS_JSON,
                                RegionFeature::read,
                                MAX_FEATURE_BYTES,
                                (request, feature) -> draw(request, id, feature))),
                        delete(() -> endpoint.command(Nothing.class, (request, nothing) -> remove(request, id))))),
                path("vehicles", () -> get(() -> endpoint.read(request -> vehicles(request, id)))));
    }

    private record Nothing() {}

    private CompletionStage<HttpResponse> draw(HttpRequest request, String id, RegionFeature feature) {
        var regionId = Fields.id("regionId", id);
        return checks.command(regionId, feature)
                .thenCompose(draw -> submit(request, regionId, draw))
                .thenApply(done -> {
                    boolean created = done.answer().created();
                    var answer = answer(created ? 201 : 200, id, done);
                    return created ? Answers.withLocation(answer, "/v1/regions/" + id) : answer;
                });
    }

    private CompletionStage<HttpResponse> remove(HttpRequest request, String id) {
        return submit(request, Fields.id("regionId", id), new RegionCommand.Remove())
                .thenApply(done -> answer(200, id, done));
    }

    private CompletionStage<RegionCommands.Done> submit(HttpRequest request, String regionId, RegionCommand command) {
        return commands.submit(
                regionId,
                Requests.commandId(request),
                Requests.user(request),
                Requests.expectedRevision(request),
                command);
    }

    private static HttpResponse answer(int status, String id, RegionCommands.Done done) {
        var body = new RegionBodies.Reply(id, done.revision());
        return Answers.replayed(Answers.withRevision(Answers.json(status, body), done.revision()), done.repeated());
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id, MediaType media) {
        Requests.allowParameters(request, Set.of());
        return find(request, id)
                .thenApply(view ->
                        Answers.withRevision(GeoJson.answer(media, RegionBodies.Feature.of(view)), view.revision()));
    }

    private CompletionStage<RegionView> find(HttpRequest request, String id) {
        return views.regions()
                .region(Fields.id("regionId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.REGION_NOT_FOUND, "region"));
    }

    private CompletionStage<HttpResponse> list(HttpRequest request, MediaType media) {
        Requests.allowParameters(request, Set.of());
        return views.regions()
                .all(maps.current().regions())
                .thenApply(all -> GeoJson.answer(media, RegionBodies.Collection.of(all)));
    }

    private CompletionStage<HttpResponse> vehicles(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return find(request, id)
                .thenCompose(region -> views.vehicles().inside(region.regionId()))
                .thenApply(inside -> Answers.json(200, RegionBodies.Vehicles.of(inside)));
    }
}
