package io.varve.http.post;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.Actor;
import io.varve.http.social.CrowdCommands;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.MemberBody;
import io.varve.http.social.PostCommands;
import io.varve.http.social.VisiblePosts;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.read.crowd.CrowdViews;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/posts/{id}/likes}, {@code /boosts} and {@code /observers}: people who have done something to a post. */
public final class CrowdRoutes {
    private final Endpoint endpoint;
    private final CrowdCommands crowds;
    private final PostCommands posts;
    private final KnownUsers users;
    private final VisiblePosts visible;
    private final PostReader reader;
    private final CrowdViews views;

    public CrowdRoutes(
            Endpoint endpoint,
            CrowdCommands crowds,
            PostCommands posts,
            KnownUsers users,
            VisiblePosts visible,
            PostReader reader,
            CrowdViews views) {
        this.endpoint = endpoint;
        this.crowds = crowds;
        this.posts = posts;
        this.users = users;
        this.visible = visible;
        this.reader = reader;
        this.views = views;
    }

    public Route route() {
        return pathPrefix(
                "posts",
                () -> pathPrefix(
                        segment(),
                        id -> concat(
                                crowd("likes", id, CrowdRelation.LIKES),
                                crowd("boosts", id, CrowdRelation.BOOSTS),
                                crowd("observers", id, CrowdRelation.OBSERVERS))));
    }

    private Route crowd(String name, String id, CrowdRelation relation) {
        return pathPrefix(
                name,
                () -> concat(
                        pathEndOrSingleSlash(() -> get(() -> endpoint.read(request -> list(request, id, relation)))),
                        path(
                                segment(),
                                user -> concat(
                                        get(() -> endpoint.read(request -> look(request, id, relation, user))),
                                        put(() -> endpoint.command(
                                                PostRequests.Nothing.class,
                                                (request, body) -> join(request, id, relation, user))),
                                        delete(() -> endpoint.command(
                                                PostRequests.Nothing.class,
                                                (request, body) -> leave(request, id, relation, user)))))));
    }

    private CompletionStage<HttpResponse> join(HttpRequest request, String id, CrowdRelation relation, String userId) {
        String postId = Fields.id("postId", id);
        var user = Actor.named(request, "userId", userId);
        return users.require("userId", user.id())
                .thenCompose(known -> visible.find("postId", postId, user.id()))
                .thenCompose(post -> {
                    if (relation == CrowdRelation.BOOSTS && post.visibility() != Visibility.PUBLIC) {
                        throw new ProblemException(
                                ProblemType.POST_NOT_PUBLIC, "postId", "Only public posts can be boosted");
                    }
                    return crowds.set(request, relation, postId, user, true);
                })
                .thenApply(done -> answer(postId, relation, user.id(), done));
    }

    private CompletionStage<HttpResponse> look(HttpRequest request, String id, CrowdRelation relation, String userId) {
        Requests.allowParameters(request, Set.of());
        String postId = Fields.id("postId", id);
        String user = Actor.reader(request, "userId", userId);
        return visible.find("postId", postId, user)
                .thenCompose(post -> crowds.has(relation, postId, user))
                .thenApply(member -> answer(postId, relation, user, CrowdCommands.Done.unchanged(member)));
    }

    /** What somebody has done can be undone also when the post is deleted, or hidden from them by now. */
    private CompletionStage<HttpResponse> leave(HttpRequest request, String id, CrowdRelation relation, String userId) {
        String postId = Fields.id("postId", id);
        var user = Actor.named(request, "userId", userId);
        return users.require("userId", user.id())
                .thenCompose(known -> posts.look("postId", postId))
                .thenCompose(post -> concerns(post.head(), relation, user))
                .thenCompose(concerned -> {
                    if (!concerned) {
                        throw PostCommands.notFound("postId");
                    }
                    return crowds.set(request, relation, postId, user, false);
                })
                .thenApply(done -> answer(postId, relation, user.id(), done));
    }

    private CompletionStage<Boolean> concerns(PostHead post, CrowdRelation relation, Actor user) {
        return visible.mayBeSeen(post, Optional.of(user.id()))
                .thenCompose(seen -> seen
                        ? CompletableFuture.completedFuture(true)
                        : crowds.has(relation, post.postId(), user.id()));
    }

    private static HttpResponse answer(String postId, CrowdRelation relation, String user, CrowdCommands.Done done) {
        var body = switch (relation) {
            case LIKES -> new PostBodies.Liked(postId, user, done.member(), done.changed());
            case BOOSTS -> new PostBodies.Boosted(postId, user, done.member(), done.changed());
            case OBSERVERS -> new PostBodies.Observed(postId, user, done.member(), done.changed());
            case COMMENTS, FOLLOWERS -> throw new IllegalStateException(relation + " is no crowd of people and a post");
        };
        return Answers.replayed(Answers.json(200, body), done.repeated());
    }

    private CompletionStage<HttpResponse> list(HttpRequest request, String id, CrowdRelation relation) {
        Requests.allowParameters(request, Set.of("viewer", "limit", "cursor"));
        var page = Requests.page(request);
        return reader.findStanding(request, id)
                .thenCompose(post -> views.members(relation, post.postId(), page))
                .thenApply(members -> Answers.page(request, members, MemberBody::of));
    }
}
