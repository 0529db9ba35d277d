package io.varve.http.user;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.Actor;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.UserCommands;
import io.varve.http.user.UserBodies.Reply;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Found;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.user.UserCommand;
import io.varve.read.push.PushTargets;
import io.varve.read.user.UserViews;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}}, its mutes of users and its push subscriptions: what is the user's own. */
public final class UserRoutes {
    private final Endpoint endpoint;
    private final UserCommands commands;
    private final KnownUsers users;
    private final UserViews views;
    private final PushTargets targets;

    /** @param targets where push messages may go */
    public UserRoutes(
            Endpoint endpoint, UserCommands commands, KnownUsers users, UserViews views, PushTargets targets) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.users = users;
        this.views = views;
        this.targets = targets;
    }

    public Route route() {
        return pathPrefix("users", () -> pathPrefix(segment(), this::user));
    }

    private Route user(String id) {
        return concat(
                pathEndOrSingleSlash(() -> concat(
                        get(() -> endpoint.read(request -> show(request, id))),
                        put(() -> endpoint.command(
                                UserRequests.Profile.class, (request, body) -> define(request, id, body))))),
                path("mutes", () -> get(() -> endpoint.read(request -> mutes(request, id)))),
                path(
                        segment("mutes").slash(segment()),
                        other -> concat(
                                put(() -> endpoint.command(
                                        UserRequests.Nothing.class, (request, body) -> mute(request, id, other, true))),
                                delete(() -> endpoint.command(
                                        UserRequests.Nothing.class,
                                        (request, body) -> mute(request, id, other, false))))),
                path(
                        "push-subscriptions",
                        () -> concat(
                                post(() -> endpoint.command(
                                        UserRequests.Subscription.class,
                                        (request, body) -> subscribe(request, id, body.command()))),
                                delete(() -> endpoint.command(
                                        UserRequests.Endpoint.class,
                                        (request, body) -> submit(request, id, body.command(), 200))))));
    }

    private CompletionStage<HttpResponse> define(HttpRequest request, String id, UserRequests.Profile body) {
        return commands.submit(request, Actor.named(request, "userId", id), body.command())
                .thenApply(done -> {
                    boolean registered = done.answer().registered();
                    var answer = Answers.withRevision(
                            Answers.json(registered ? 201 : 200, new Reply(id, done.revision())), done.revision());
                    return Answers.replayed(
                            registered ? Answers.withLocation(answer, "/v1/users/" + id) : answer, done.repeated());
                });
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return views.user(Fields.id("userId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.USER_NOT_FOUND, "user"))
                .thenApply(view -> Answers.withRevision(Answers.json(200, UserBodies.User.of(view)), view.revision()));
    }

    private CompletionStage<HttpResponse> mutes(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return users.require("userId", Actor.reader(request, "userId", id))
                .thenCompose(views::mutes)
                .thenApply(mutes -> Answers.json(200, UserBodies.Mutes.of(mutes)));
    }

    private CompletionStage<HttpResponse> mute(HttpRequest request, String id, String other, boolean muted) {
        var user = Actor.named(request, "userId", id);
        return users.require("other", Fields.id("other", other))
                .thenCompose(known ->
                        commands.submit(request, user, new UserCommand.Mute(UserCommand.MuteKind.USER, other, muted)))
                .thenApply(done -> Answers.replayed(
                        Answers.json(200, new UserBodies.Mute(id, other, muted, done.revision())), done.repeated()));
    }

    private CompletionStage<HttpResponse> subscribe(HttpRequest request, String id, UserCommand.Subscribe command) {
        return targets.mayBe(command.subscription().endpoint()).thenCompose(may -> {
            if (!may) {
                throw ProblemException.invalid(
                        "endpoint", "endpoint must be an https URL, and of a host that is in no private network");
            }
            return submit(request, id, command, 201);
        });
    }

    private CompletionStage<HttpResponse> submit(HttpRequest request, String id, UserCommand command, int status) {
        return commands.submit(request, Actor.named(request, "userId", id), command)
                .thenApply(done ->
                        Answers.replayed(Answers.json(status, new Reply(id, done.revision())), done.repeated()));
    }
}
