package io.varve.http.post;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.KnownUsers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.node.post.PostText;
import io.varve.read.post.PostViews;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}/posts} and {@code /v1/hashtags/{tag}}. */
public final class PostListRoutes {
    private final Endpoint endpoint;
    private final KnownUsers users;
    private final PostReader reader;
    private final PostViews views;

    public PostListRoutes(Endpoint endpoint, KnownUsers users, PostReader reader, PostViews views) {
        this.endpoint = endpoint;
        this.users = users;
        this.reader = reader;
        this.views = views;
    }

    public Route route() {
        return concat(
                path(
                        segment("users").slash(segment()).slash("posts"),
                        id -> get(() -> endpoint.read(request -> byAuthor(request, id)))),
                path(
                        segment("hashtags").slash(segment()),
                        tag -> get(() -> endpoint.read(request -> byHashtag(request, tag)))));
    }

    private CompletionStage<HttpResponse> byAuthor(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("viewer", "limit", "cursor"));
        var viewer = PostReader.viewer(request);
        var page = Requests.page(request);
        return users.require("userId", Fields.id("userId", id))
                .thenCompose(author -> views.byAuthor(author, page))
                .thenCompose(found -> reader.page(request, found, viewer));
    }

    private CompletionStage<HttpResponse> byHashtag(HttpRequest request, String tag) {
        Requests.allowParameters(request, Set.of("limit", "cursor"));
        var hashtag = PostText.hashtag(tag)
                .orElseThrow(() -> ProblemException.invalid(
                        "tag", "tag must be 1 to 64 letters, digits and _, of any script, without #"));
        return views.byHashtag(hashtag, Requests.page(request))
                .thenCompose(found -> reader.page(request, found, Optional.empty()));
    }
}
