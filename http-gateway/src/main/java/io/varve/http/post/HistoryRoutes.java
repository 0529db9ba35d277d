package io.varve.http.post;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Requests;
import io.varve.read.post.PostVersion;
import io.varve.read.post.PostViews;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/posts/{id}/history}. */
public final class HistoryRoutes {
    private final Endpoint endpoint;
    private final PostReader reader;
    private final PostViews views;

    public HistoryRoutes(Endpoint endpoint, PostReader reader, PostViews views) {
        this.endpoint = endpoint;
        this.reader = reader;
        this.views = views;
    }

    public Route route() {
        return path(
                segment("posts").slash(segment()).slash("history"),
                id -> get(() -> endpoint.read(request -> history(request, id))));
    }

    private CompletionStage<HttpResponse> history(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("viewer"));
        return reader.find(request, id)
                .thenCompose(view -> views.history(view.postId()))
                .thenApply(versions -> Answers.json(200, History.of(versions)));
    }

    record Version(
            long revision,
            Instant at,
            String by,
            Optional<String> text,
            Optional<Boolean> deleted,
            Optional<List<TextChange>> diff) {}

    record History(List<Version> items) {
        static History of(List<PostVersion> versions) {
            var items = new ArrayDeque<Version>();
            var changes = new TextChanges();
            // The newest first: when there is too much to compare, it is the oldest that is told in brief.
            for (int i = versions.size() - 1; i >= 0; i--) {
                var version = versions.get(i);
                var before =
                        i == 0 ? Optional.<String>empty() : versions.get(i - 1).text();
                items.addFirst(new Version(
                        version.revision(),
                        version.at(),
                        version.by(),
                        version.text(),
                        version.deleted() ? Optional.of(true) : Optional.empty(),
                        before.flatMap(old -> version.text().map(now -> changes.between(old, now)))));
            }
            return new History(List.copyOf(items));
        }
    }
}
