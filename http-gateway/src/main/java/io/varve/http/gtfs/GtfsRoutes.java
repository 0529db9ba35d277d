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
                () -> get(() -> extractRequest(request -> endpoint.answering(
                        isJson(request) ? MediaTypes.APPLICATION_JSON : PROTOBUF, this::positions))));
    }

    private static boolean isJson(HttpRequest request) {
        return Requests.text(request, "format").filter("json"::equals).isPresent();
    }

    private CompletionStage<HttpResponse> positions(HttpRequest request) {
        Requests.allowParameters(request, Set.of("time", "format"));
        Requests.text(request, "format").ifPresent(GtfsRoutes::checkFormat);
        var time = time(request);
        if (time.isPresent()) {
            // Late signals change the past: nobody knows when they did last.
            return past.at(time.get()).thenApply(message -> answer(request, message, Optional.empty()));
        }
        var message = current.message();
        var changed = Instant.ofEpochSecond(message.getHeader().getTimestamp());
        return CompletableFuture.completedFuture(answer(request, message, Optional.of(changed)));
    }

    private static void checkFormat(String format) {
        if (!format.equals("pb") && !format.equals("json")) {
            throw ProblemException.invalid("format", "format must be pb or json");
        }
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

    private static HttpResponse answer(HttpRequest request, FeedMessage message, Optional<Instant> changed) {
        byte[] body = isJson(request) ? json(message) : message.toByteArray();
        var answer = HttpResponse.create()
                .withEntity(isJson(request) ? ContentTypes.APPLICATION_JSON : PROTOBUF_TYPE, body);
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
