package io.varve.http.telemetry;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.LongWork;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedQuery;
import io.varve.read.speed.SpeedReport;
import io.varve.read.speed.SpeedViews;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/telemetry/speed}. */
public final class SpeedRoutes {
    /** Each reads all signals of its period; more at a time would only make all of them late. */
    private static final int MAX_REPLAYS = 4;

    private final Endpoint endpoint;
    private final SpeedViews speeds;
    private final Clock clock;
    /** What was made of reports that the views still give out: of the same object, the same answer. */
    private final Cache<SpeedReport, HttpResponse> answers =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    private final LongWork replays = new LongWork(
            MAX_REPLAYS,
            new ProblemException(ProblemType.OVERLOADED, "Too many replays are underway"),
            new ProblemException(
                    ProblemType.OVERLOADED, "from", "The replay takes too long: ask for a shorter period"));

    public SpeedRoutes(Endpoint endpoint, SpeedViews speeds, Clock clock) {
        this.endpoint = endpoint;
        this.speeds = speeds;
        this.clock = clock;
    }

    public Route route() {
        return path(segment("telemetry").slash("speed"), () -> get(() -> endpoint.read(this::speed)));
    }

    private CompletionStage<HttpResponse> speed(HttpRequest request) {
        var asked = SpeedRequest.of(request, clock.instant());
        var query = asked.query();
        return switch (asked.plan()) {
            case MODEL ->
                speeds.model(query, Requests.viewWait(request))
                        .thenApply(reading -> answers.get(
                                found(reading, query),
                                report -> Answers.json(200, SpeedBodies.Answer.of(asked.plan(), report))));
            case REPLAY ->
                replays.inTurn(request, () -> speeds.replay(query))
                        .thenApply(reading -> SpeedBodies.Answer.of(asked.plan(), found(reading, query)))
                        .thenApply(body -> Answers.json(200, body));
            case BOTH ->
                replays.inTurn(request, () -> speeds.compare(query, Requests.viewWait(request)))
                        .thenApply(reading -> SpeedBodies.Answer.of(found(reading, query)))
                        .thenApply(body -> Answers.json(200, body));
        };
    }

    private static <T> T found(Reading<T> reading, SpeedQuery query) {
        if (reading instanceof Reading.Found<T> found) {
            return found.row();
        }
        if (reading instanceof Reading.Absent<T>) {
            throw new ProblemException(ProblemType.REGION_NOT_FOUND, "region", "There is no such region");
        }
        throw new ProblemException(
                ProblemType.VIEW_BEHIND,
                "The model is behind the signals"
                        + (query.region().isPresent() ? ", or has not taken up the past of the region yet" : ""));
    }
}
