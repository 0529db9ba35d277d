package io.varve.http.user;

import static io.varve.node.crowd.CrowdRelation.FOLLOWERS;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.Actor;
import io.varve.http.social.CrowdCommands;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.MemberBody;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.read.crowd.CrowdMember;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}/follows}, {@code /followers} and {@code /following}. */
public final class FollowRoutes {
    private final Endpoint endpoint;
    private final KnownUsers users;
    private final CrowdCommands crowds;
    private final CrowdViews views;

    public FollowRoutes(Endpoint endpoint, KnownUsers users, CrowdCommands crowds, CrowdViews views) {
        this.endpoint = endpoint;
        this.users = users;
        this.crowds = crowds;
        this.views = views;
    }

    public Route route() {
        return pathPrefix("users", () -> pathPrefix(segment(), this::user));
    }

    private Route user(String id) {
        return concat(
                path(
                        segment("follows").slash(segment()),
                        other -> concat(
                                get(() -> endpoint.read(request -> look(request, id, other))),
                                put(() -> endpoint.command(
                                        UserRequests.Nothing.class,
                                        (request, body) -> follow(request, id, other, true))),
                                delete(() -> endpoint.command(
                                        UserRequests.Nothing.class,
                                        (request, body) -> follow(request, id, other, false))))),
                path(
                        "followers",
                        () -> get(() -> endpoint.read(
                                request -> list(request, id, (user, page) -> views.members(FOLLOWERS, user, page))))),
                path(
                        "following",
                        () -> get(() -> endpoint.read(
                                request -> list(request, id, (user, page) -> views.subjects(FOLLOWERS, user, page))))));
    }

    private CompletionStage<HttpResponse> follow(HttpRequest request, String id, String other, boolean following) {
        var user = Actor.named(request, "userId", id);
        if (user.id().equals(Fields.id("other", other))) {
            throw ProblemException.invalid("other", "other must be somebody else");
        }
        return users.require("userId", user.id())
                .thenCompose(known -> users.require("other", other))
                .thenCompose(known -> crowds.set(request, FOLLOWERS, other, user, following))
                .thenApply(done -> Answers.replayed(
                        Answers.json(200, new UserBodies.Follow(id, other, done.member(), done.changed())),
                        done.repeated()));
    }

    private CompletionStage<HttpResponse> look(HttpRequest request, String id, String other) {
        Requests.allowParameters(request, Set.of());
        return users.require("userId", Fields.id("userId", id))
                .thenCompose(known -> users.require("other", Fields.id("other", other)))
                .thenCompose(known -> crowds.has(FOLLOWERS, other, id))
                .thenApply(following -> Answers.json(200, new UserBodies.Follow(id, other, following, false)));
    }

    private CompletionStage<HttpResponse> list(
            HttpRequest request, String id, BiFunction<String, PageRequest, CompletionStage<Page<CrowdMember>>> query) {
        Requests.allowParameters(request, Set.of("limit", "cursor"));
        var page = Requests.page(request);
        return users.require("userId", Fields.id("userId", id))
                .thenCompose(user -> query.apply(user, page))
                .thenApply(found -> Answers.page(request, found, MemberBody::of));
    }
}
