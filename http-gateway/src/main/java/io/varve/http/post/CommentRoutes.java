package io.varve.http.post;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Requests;
import io.varve.read.post.PostViews;
import io.varve.read.query.Page;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code GET /v1/posts/{id}/comments}: the tree. */
public final class CommentRoutes {
    private static final int MAX_DEPTH = 10;
    private static final int DEPTH = 3;

    private final Endpoint endpoint;
    private final PostReader reader;
    private final PostViews views;
    private final CommentTree tree;

    public CommentRoutes(Endpoint endpoint, PostReader reader, PostViews views) {
        this.endpoint = endpoint;
        this.reader = reader;
        this.views = views;
        tree = new CommentTree(views, reader);
    }

    public Route route() {
        return path(
                segment("posts").slash(segment()).slash("comments"),
                id -> get(() -> endpoint.read(request -> comments(request, id))));
    }

    private CompletionStage<HttpResponse> comments(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("depth", "viewer", "limit", "cursor"));
        int depth = (int) Fields.number("depth", Requests.text(request, "depth").orElse(null), 1, MAX_DEPTH, DEPTH);
        var viewer = PostReader.viewer(request);
        var page = Requests.page(request);
        return reader.findStanding(request, id)
                .thenCompose(post -> views.comments(post.postId(), page))
                .thenCompose(found -> tree.of(found.items(), depth, viewer)
                        .thenApply(comments ->
                                Answers.page(request, new Page<>(comments, found.nextCursor()), comment -> comment)));
    }
}
