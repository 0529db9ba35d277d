package io.varve.http.push;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.read.push.Push;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/push/key}. */
public final class PushRoutes {
    private final Endpoint endpoint;
    private final Push push;

    public PushRoutes(Endpoint endpoint, Push push) {
        this.endpoint = endpoint;
        this.push = push;
    }

    public Route route() {
        return path(segment("push").slash("key"), () -> get(() -> endpoint.read(this::key)));
    }

    private record Key(String publicKey) {}

    private CompletionStage<HttpResponse> key(HttpRequest request) {
        Requests.allowParameters(request, Set.of());
        var publicKey = push.publicKey()
                .orElseThrow(
                        () -> new ProblemException(ProblemType.PUSH_NOT_SET_UP, "This server sends no push messages"));
        return CompletableFuture.completedFuture(Answers.json(200, new Key(publicKey)));
    }
}
