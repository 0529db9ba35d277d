package io.varve.http.timeline;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.handleRejections;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.notification.NotificationTexts;
import io.varve.http.social.Actor;
import io.varve.http.social.KnownUsers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.EventStreams;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Rejections;
import io.varve.http.web.Requests;
import io.varve.read.following.BadPositionException;
import io.varve.read.timeline.UserMoment;
import io.varve.read.timeline.UserNews;
import io.varve.read.timeline.UserPosition;
import io.varve.read.timeline.UserStreams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Source;

/** {@code /v1/users/{id}/stream}: what comes into a feed, and what the user is told, as it happens. */
public final class UserStreamRoutes {
    private final Endpoint endpoint;
    private final KnownUsers users;
    private final UserStreams live;
    private final NotificationTexts texts;
    private final EventStreams streams;

    /** @param maxStreams how many streams may be open at a time */
    public UserStreamRoutes(
            Endpoint endpoint, KnownUsers users, UserStreams live, NotificationTexts texts, int maxStreams) {
        this.endpoint = endpoint;
        this.users = users;
        this.live = live;
        this.texts = texts;
        streams = new EventStreams(maxStreams);
    }

    public Route route() {
        return path(
                segment("users").slash(segment()).slash("stream"),
                id -> handleRejections(
                        Rejections.rejections(), () -> get(() -> endpoint.events(request -> stream(request, id)))));
    }

    private CompletionStage<Optional<Source<ServerSentEvent, NotUsed>>> stream(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        var start = Requests.lastEventPosition(request).map(this::position);
        String user = Actor.reader(request, "userId", id);
        return users.require("userId", user).thenCompose(known -> from(start)).thenApply(from -> {
            var moments = live.stream(user, from).mapAsync(1, moment -> moment(user, moment));
            return Optional.of(streams.open(moments, from.text()));
        });
    }

    private CompletionStage<UserPosition> from(Optional<UserPosition> start) {
        return start.map(position -> live.isTooOld(position).thenApply(tooOld -> {
                    if (tooOld) {
                        throw new ProblemException(
                                ProblemType.POSITION_TOO_OLD,
                                "Last-Event-ID",
                                "What has happened since is too long ago: read the feed, and begin without Last-Event-ID");
                    }
                    return position;
                }))
                .orElseGet(() -> CompletableFuture.completedFuture(live.now()));
    }

    private UserPosition position(String text) {
        try {
            return live.position(text);
        } catch (BadPositionException e) {
            throw ProblemException.invalid("Last-Event-ID", "Last-Event-ID is none that this stream has given out");
        }
    }

    private CompletionStage<EventStreams.Moment> moment(String userId, UserMoment moment) {
        return moment.news()
                .map(news -> event(userId, news).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(
                        event -> new EventStreams.Moment(() -> moment.position().text(), event));
    }

    private record Deleted(String postId) {}

    private CompletionStage<EventStreams.Event> event(String userId, UserNews news) {
        if (news instanceof UserNews.Notified told) {
            return texts.items(userId, List.of(told.notification()))
                    .thenApply(items -> new EventStreams.Event("notification", items.get(0)));
        }
        return CompletableFuture.completedFuture(event(news));
    }

    private static EventStreams.Event event(UserNews news) {
        if (news instanceof UserNews.Posted posted) {
            return new EventStreams.Event("post", FeedItemBody.of(posted.item()));
        } else if (news instanceof UserNews.Edited edited) {
            return new EventStreams.Event("edit", FeedItemBody.of(edited.item()));
        } else if (news instanceof UserNews.Deleted deleted) {
            return new EventStreams.Event("delete", new Deleted(deleted.postId()));
        }
        throw new IllegalArgumentException("not told as it is: " + news);
    }
}
