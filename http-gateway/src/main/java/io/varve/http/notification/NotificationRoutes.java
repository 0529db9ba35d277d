package io.varve.http.notification;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.social.Actor;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.UserCommands;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.node.user.UserCommand;
import io.varve.read.notification.NotificationViews;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}/notifications}. */
public final class NotificationRoutes {
    private final Endpoint endpoint;
    private final UserCommands commands;
    private final KnownUsers users;
    private final NotificationViews views;
    private final NotificationTexts texts;

    public NotificationRoutes(
            Endpoint endpoint,
            UserCommands commands,
            KnownUsers users,
            NotificationViews views,
            NotificationTexts texts) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.users = users;
        this.views = views;
        this.texts = texts;
    }

    public Route route() {
        return pathPrefix(
                segment("users").slash(segment()).slash("notifications"),
                id -> concat(
                        pathEndOrSingleSlash(() -> get(() -> endpoint.read(request -> list(request, id)))),
                        path(
                                "read",
                                () -> post(() ->
                                        endpoint.command(Seen.class, (request, body) -> read(request, id, body))))));
    }

    /** @param upTo null for all that there is */
    private record Seen(Long upTo) {
        UserCommand.MarkRead command() {
            if (upTo != null && upTo < 1) {
                throw ProblemException.invalid("upTo", "upTo must be an integer from 1 to " + Long.MAX_VALUE);
            }
            return new UserCommand.MarkRead(upTo == null ? Long.MAX_VALUE : upTo);
        }
    }

    private record Reply(String userId, long revision) {}

    private CompletionStage<HttpResponse> read(HttpRequest request, String id, Seen seen) {
        return commands.submit(request, Actor.named(request, "userId", id), seen.command())
                .thenApply(done ->
                        Answers.replayed(Answers.json(200, new Reply(id, done.revision())), done.repeated()));
    }

    private CompletionStage<HttpResponse> list(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("limit", "cursor"));
        var page = Requests.page(request);
        return users.require("userId", Actor.reader(request, "userId", id))
                .thenCompose(user -> views.notifications(user, page))
                .thenCompose(found -> texts.items(id, found.items())
                        .thenCombine(views.unread(id), (items, unread) -> new Told(items, unread, found.nextCursor())))
                .thenApply(told -> Answers.page(request, told, told.nextCursor()));
    }

    private record Told(List<NotificationTexts.Item> items, long unread, Optional<String> nextCursor) {}
}
