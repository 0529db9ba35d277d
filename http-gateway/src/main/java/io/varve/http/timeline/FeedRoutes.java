package io.varve.http.timeline;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.Actor;
import io.varve.http.social.KnownUsers;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.LongWork;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.read.timeline.Timelines;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}/feed}, and {@code /v1/ops/feeds/{id}/verify}. */
public final class FeedRoutes {
    /** Each reads the journals of all posts of a feed. */
    private static final int MAX_VERIFICATIONS = 4;

    private final Endpoint endpoint;
    private final KnownUsers users;
    private final Timelines timelines;
    private final LongWork verifications = new LongWork(
            MAX_VERIFICATIONS,
            new ProblemException(ProblemType.OVERLOADED, "Too many feeds are being verified"),
            new ProblemException(ProblemType.OVERLOADED, "The feed is too long to be verified in one answer"));

    public FeedRoutes(Endpoint endpoint, KnownUsers users, Timelines timelines) {
        this.endpoint = endpoint;
        this.users = users;
        this.timelines = timelines;
    }

    public Route route() {
        return concat(
                path(
                        segment("users").slash(segment()).slash("feed"),
                        id -> get(() -> endpoint.read(request -> feed(request, id)))),
                path(
                        segment("ops").slash("feeds").slash(segment()).slash("verify"),
                        id -> post(() -> endpoint.command(Nothing.class, (request, body) -> verify(request, id)))));
    }

    private record Nothing() {}

    private CompletionStage<HttpResponse> feed(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("limit", "cursor"));
        var page = Requests.page(request);
        return users.require("userId", Actor.reader(request, "userId", id))
                .thenCompose(user -> timelines.feed(user, page))
                .thenApply(found -> Answers.page(request, found, FeedItemBody::of));
    }

    private record Verified(String userId, long items, List<String> differences) {}

    private CompletionStage<HttpResponse> verify(HttpRequest request, String id) {
        return users.require("userId", Fields.id("userId", id))
                .thenCompose(user -> verifications.inTurn(request, () -> timelines.verify(user)))
                .thenApply(done -> Answers.json(200, new Verified(id, done.items(), done.differences())));
    }
}
