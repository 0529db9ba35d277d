package io.varve.read.push;

import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.Notified;
import io.varve.read.notification.DisplayNames;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import io.varve.read.push.PushMessage.Target;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Reading;
import io.varve.read.table.Happened;
import io.varve.read.user.UserViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes messages of what users were told: one for each browser of theirs. */
final class PushMessages {
    private static final int LANES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UserViews users;
    private final PostViews posts;
    private final DisplayNames names;
    private final Clock clock;

    PushMessages(UserViews users, PostViews posts, Clock clock) {
        this.users = users;
        this.posts = posts;
        this.clock = clock;
        names = new DisplayNames(users);
    }

    private record Told(String userId, long revision, Instant at, Notified event) {}

    /** Of each group the newest message. Fails when the views do not come to the events. */
    CompletionStage<List<PushMessage>> of(List<Happened<UserEvent>> events) {
        return Concurrently.inLanes(LANES, List.copyOf(newest(events)), this::messages)
                .thenApply(made -> made.stream().flatMap(List::stream).toList());
    }

    private Collection<Told> newest(List<Happened<UserEvent>> events) {
        record Group(String userId, String groupId) {}
        Map<Group, Told> newest = new LinkedHashMap<>();
        var oldest = clock.instant().minus(PushMessage.LIFETIME);
        for (var happened : events) {
            // All else is told by other means, or to nobody.
            if (happened.event() instanceof Notified event && happened.at().isAfter(oldest)) {
                newest.put(
                        new Group(happened.entityId(), event.groupId()),
                        new Told(happened.entityId(), happened.revision(), happened.at(), event));
            }
        }
        return newest.values();
    }

    private CompletionStage<List<PushMessage>> messages(Told told) {
        return reached(told)
                .thenCompose(reached -> users.subscriptions(told.userId()))
                .thenCompose(browsers -> browsers.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : content(told)
                                .thenApply(content -> browsers.stream()
                                        .map(browser -> new PushMessage(
                                                new Target(told.userId(), browser.endpoint()),
                                                told.event().groupId(),
                                                told.revision(),
                                                told.at(),
                                                content))
                                        .toList()));
    }

    private CompletionStage<Void> reached(Told told) {
        return Awaiting.revision(
                        () -> users.revision(told.userId()).thenApply(Optional::of),
                        Long::longValue,
                        told.revision(),
                        PATIENCE)
                .thenAccept(reading -> {
                    if (!(reading instanceof Reading.Found<Long>)) {
                        throw new IllegalStateException("the views of " + told.userId() + " are behind");
                    }
                });
    }

    private CompletionStage<String> content(Told told) {
        var event = told.event();
        var newest = event.actors().stream().limit(PushContent.NAMED).toList();
        return names.of(newest)
                .thenCombine(
                        isOwn(told),
                        (named, own) -> PushContent.of(event, named, own).json());
    }

    private CompletionStage<Boolean> isOwn(Told told) {
        return posts.post(told.event().subject())
                .thenApply(post -> post.map(PostView::head)
                        .filter(head -> head.author().equals(told.userId()))
                        .isPresent());
    }
}
