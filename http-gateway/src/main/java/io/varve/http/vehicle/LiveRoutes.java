package io.varve.http.vehicle;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.handleRejections;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.EventStreams;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Rejections;
import io.varve.http.web.Requests;
import io.varve.read.following.BadPositionException;
import io.varve.read.live.LiveSignal;
import io.varve.read.live.LiveVehicles;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Source;

/** {@code /v1/vehicles} and {@code /v1/vehicles/stream}: all vehicles as they are now, and as they move. */
public final class LiveRoutes {
    private final Endpoint endpoint;
    private final LiveVehicles live;
    private final EventStreams streams;

    /** @param maxStreams how many streams may be open at a time */
    public LiveRoutes(Endpoint endpoint, LiveVehicles live, int maxStreams) {
        this.endpoint = endpoint;
        this.live = live;
        streams = new EventStreams(maxStreams);
    }

    public Route route() {
        return pathPrefix(
                "vehicles",
                () -> concat(
                        pathEndOrSingleSlash(() -> get(() -> endpoint.read(this::list))),
                        // No other route must take the name for that of a vehicle.
                        path(
                                "stream",
                                () -> handleRejections(
                                        Rejections.rejections(), () -> get(() -> endpoint.events(this::stream))))));
    }

    private CompletionStage<HttpResponse> list(HttpRequest request) {
        Requests.allowParameters(request, Set.of("fleet", "route", "region", "bbox", "limit", "cursor"));
        var page = live.page(VehicleFilter.of(request)::wants, Requests.page(request));
        return CompletableFuture.completedFuture(Answers.page(request, page, VehicleBodies.Vehicle::of));
    }

    private CompletionStage<Optional<Source<ServerSentEvent, NotUsed>>> stream(HttpRequest request) {
        Requests.allowParameters(request, Set.of("fleet", "route", "region", "vehicle"));
        var filter = VehicleFilter.of(request);
        String start = Requests.lastEventPosition(request).orElseGet(live::now);
        var moments = signals(start).map(signal -> moment(signal, filter));
        return CompletableFuture.completedFuture(Optional.of(streams.open(moments, start)));
    }

    private Source<LiveSignal, NotUsed> signals(String start) {
        try {
            return live.stream(Optional.of(start));
        } catch (BadPositionException e) {
            throw ProblemException.invalid("Last-Event-ID", "Last-Event-ID is none that this stream has given out");
        }
    }

    private static EventStreams.Moment moment(LiveSignal signal, VehicleFilter filter) {
        var event = filter.wants(signal)
                ? Optional.of(new EventStreams.Event("signal", LiveBodies.Signal.of(signal)))
                : Optional.<EventStreams.Event>empty();
        return new EventStreams.Moment(signal::position, event);
    }
}
