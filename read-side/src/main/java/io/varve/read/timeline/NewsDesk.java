package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.Visibility;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.Notified;
import io.varve.read.notification.NotificationView;
import io.varve.read.post.PostView;
import io.varve.read.table.Happened;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says what an event is to a listener. What is told is as it is now: a post that is deleted meanwhile is none. */
final class NewsDesk {
    private static final CompletionStage<Optional<UserNews>> NOTHING =
            CompletableFuture.completedFuture(Optional.empty());

    private final NewsSources sources;

    NewsDesk(NewsSources sources) {
        this.sources = sources;
    }

    CompletionStage<Optional<UserNews>> ofPost(Listener listener, Happened<PostEvent> happened) {
        var event = happened.event();
        var head = event.head();
        if (event instanceof Written && !listener.hasPost(head)) {
            // Nobody can have boosted it before it was written.
            return NOTHING;
        }
        return has(listener, head).thenCompose(has -> {
            if (!has) {
                return NOTHING;
            }
            return event instanceof Deleted
                    ? CompletableFuture.completedFuture(Optional.of(new UserNews.Deleted(head.postId())))
                    : shown(head.postId(), happened.revision())
                            .thenApply(found -> found.map(post -> written(listener, event, post)));
        });
    }

    private static UserNews written(Listener listener, PostEvent event, PostView post) {
        var head = post.head();
        var item = new FeedItem(post, Optional.empty(), head.createdAt());
        // Whom the new text of a direct post mentions has not seen it before.
        boolean appears = event instanceof Written
                || event instanceof Edited edited
                        && head.visibility() == Visibility.DIRECT
                        && edited.newMentions().contains(listener.userId());
        return appears ? new UserNews.Posted(item) : new UserNews.Edited(item);
    }

    /** Whether the feed has the post, or had it before it was deleted. */
    private CompletionStage<Boolean> has(Listener listener, PostHead head) {
        if (listener.hasPost(head)) {
            return CompletableFuture.completedFuture(true);
        }
        if (head.visibility() != Visibility.PUBLIC) {
            return CompletableFuture.completedFuture(false);
        }
        return sources.boosters(head.postId())
                .thenApply(all -> all.map(some -> some.stream().anyMatch(by -> listener.hasBoost(head, by)))
                        // It may be in anybody's feed, and is no secret.
                        .orElse(true));
    }

    CompletionStage<Optional<UserNews>> ofCrowd(Listener listener, Happened<CrowdEvent> happened) {
        var event = happened.event();
        String by = event.member();
        boolean boosts = event.relation() == CrowdRelation.BOOSTS && event instanceof Joined;
        if (!boosts || !listener.follows().test(by)) {
            return NOTHING;
        }
        return shown(event.subject(), 1)
                .thenApply(found -> found.filter(post -> listener.hasBoost(post.head(), by))
                        .map(post -> new UserNews.Posted(new FeedItem(post, Optional.of(by), happened.at()))));
    }

    private CompletionStage<Optional<PostView>> shown(String postId, long minRevision) {
        return sources.post(postId, minRevision).thenApply(found -> found.filter(post -> !post.deleted()));
    }

    CompletionStage<Optional<UserNews>> ofUser(Listener listener, Happened<UserEvent> happened) {
        return happened.event() instanceof Notified told && told.userId().equals(listener.userId())
                ? CompletableFuture.completedFuture(
                        Optional.of(new UserNews.Notified(NotificationView.of(happened, told))))
                : NOTHING;
    }
}
