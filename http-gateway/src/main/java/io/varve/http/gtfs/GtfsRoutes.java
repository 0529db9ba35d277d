package io.varve.http.gtfs;

import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import io.varve.http.web.Conditional;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.read.live.LiveVehicles;
import io.varve.read.track.TrackViews;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/gtfs-rt/vehicle-positions}. */
public final class GtfsRoutes {
    private static final MediaType.Binary PROTOBUF = MediaTypes.customBinary("application", "x-protobuf", true);
    private static final ContentType PROTOBUF_TYPE = PROTOBUF.toContentType();
    private static final Map<String, MediaType> FORMATS = Map.of("pb", PROTOBUF, "json", MediaTypes.APPLICATION_JSON);
    private static final JsonFormat.Printer JSON = JsonFormat.printer().omittingInsignificantWhitespace();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Endpoint endpoint;
    private final CurrentPositions current;
    private final PastPositions past;
    private final Clock clock;

    public GtfsRoutes(Endpoint endpoint, LiveVehicles vehicles, TrackViews tracks, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        current = new CurrentPositions(vehicles::all, clock);
        past = new PastPositions(vehicles, tracks);
    }

    public Route route() {
        return path(
                segment("gtfs-rt").slash("vehicle-positions"),
                () -> get(() -> extractRequest(request -> endpoint.answering(offered(request), this::positions))));
    }

    private static List<MediaType> offered(HttpRequest request) {
        var format = Requests.text(request, "format");
        return format.map(FORMATS::get).map(List::of).orElse(List.of(PROTOBUF, MediaTypes.APPLICATION_JSON));
    }

    private CompletionStage<HttpResponse> positions(HttpRequest request, MediaType media) {
        Requests.allowParameters(request, Set.of("time", "format"));
        if (!Requests.text(request, "format").map(FORMATS::containsKey).orElse(true)) {
            throw ProblemException.invalid("format", "format must be pb or json");
        }
        var time = time(request);
        if (time.isPresent()) {
            // Late signals change the past: nobody knows when they did last.
            return past.at(time.get()).thenApply(message -> answer(request, media, message, Optional.empty()));
        }
        var message = current.message();
        var changed = Instant.ofEpochSecond(message.getHeader().getTimestamp());
        return CompletableFuture.completedFuture(answer(request, media, message, Optional.of(changed)));
    }

    private Optional<Instant> time(HttpRequest request) {
        var time = Requests.text(request, "time").map(GtfsRoutes::instant);
        if (time.isPresent() && time.get().isAfter(clock.instant())) {
            throw ProblemException.invalid("time", "time must not be in the future");
        }
        return time;
    }

    private static Instant instant(String text) {
        return SECONDS.matcher(text).matches()
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : Fields.instant("time", text).truncatedTo(ChronoUnit.MILLIS);
    }

    private static HttpResponse answer(
            HttpRequest request, MediaType media, FeedMessage message, Optional<Instant> changed) {
        boolean isJson = media.equals(MediaTypes.APPLICATION_JSON);
        byte[] body = isJson ? json(message) : message.toByteArray();
        var answer = HttpResponse.create().withEntity(isJson ? ContentTypes.APPLICATION_JSON : PROTOBUF_TYPE, body);
        return Conditional.answer(request, answer, Conditional.tagOf(body), changed);
    }

    private static byte[] json(FeedMessage message) {
        try {
            return JSON.print(message).getBytes(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message of ours", e);
        }
    }
}
