package io.varve.http.track;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.vehicle.KnownVehicles;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Requests;
import io.varve.read.track.TrackViews;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/vehicles/{id}/track}. */
public final class TrackRoutes {
    private static final int MAX_LIMIT = 100_000;
    private static final int LIMIT = 10_000;

    private final Endpoint endpoint;
    private final KnownVehicles vehicles;
    private final TrackViews views;

    public TrackRoutes(Endpoint endpoint, KnownVehicles vehicles, TrackViews views) {
        this.endpoint = endpoint;
        this.vehicles = vehicles;
        this.views = views;
    }

    public Route route() {
        return path(
                segment("vehicles").slash(segment()).slash("track"),
                id -> get(() -> endpoint.answering(TrackFormat.MEDIA, (request, media) -> track(request, id, media))));
    }

    private CompletionStage<HttpResponse> track(HttpRequest request, String id, MediaType media) {
        Requests.allowParameters(request, Set.of("from", "to", "limit"));
        var period = TrackPeriod.of(request);
        int limit = (int) Fields.number("limit", Requests.text(request, "limit").orElse(null), 1, MAX_LIMIT, LIMIT);
        return vehicles.find(request, id)
                .thenCompose(vehicle -> views.track(id, period.startFor(vehicle), period.endFor(vehicle), limit + 1)
                        .thenApply(signals -> answer(media, Track.of(vehicle, signals, limit))));
    }

    private static HttpResponse answer(MediaType media, Track track) {
        var answer = HttpResponse.create()
                .withEntity(TrackFormat.of(media).of(track))
                .addHeader(RawHeader.create("Vary", "Accept"));
        return track.truncated() ? answer.addHeader(RawHeader.create("Varve-Truncated", "true")) : answer;
    }
}
