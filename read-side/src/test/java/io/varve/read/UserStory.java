package io.varve.read;

import io.varve.node.user.NotificationReason;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserProfile;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a user. */
public final class UserStory {
    public static final UserProfile PROFILE = new UserProfile("Ann", "from here");
    public static final PushSubscription BROWSER = new PushSubscription("https://push.example/1", "key", "secret");

    private final String userId;
    private final List<Happened<UserEvent>> events = new ArrayList<>();

    private UserStory(String userId) {
        this.userId = userId;
    }

    public static UserStory registered(String userId) {
        return new UserStory(userId).then(new UserEvent.Registered(userId, PROFILE));
    }

    public List<Happened<UserEvent>> events() {
        return events;
    }

    /** When the event of a revision was recorded. */
    public static Instant at(long revision) {
        return Stories.at(revision);
    }

    public UserStory changed(String displayName, String bio) {
        return then(new UserEvent.Changed(userId, new UserProfile(displayName, bio)));
    }

    public UserStory muted(MuteKind kind, String target, boolean muted) {
        return then(new UserEvent.MuteChanged(userId, kind, target, muted));
    }

    public UserStory bookmarked(String postId, boolean kept) {
        return then(new UserEvent.BookmarkChanged(userId, postId, kept));
    }

    public UserStory subscribed(PushSubscription browser) {
        return then(new UserEvent.PushSubscribed(userId, browser));
    }

    public UserStory unsubscribed(String endpoint) {
        return then(new UserEvent.PushUnsubscribed(userId, endpoint, false));
    }

    /** Told of what people did to a post; a group's first revision is its id. */
    public UserStory told(long firstRevision, NotificationReason reason, String subject, long count, String... actors) {
        return then(new UserEvent.Notified(
                userId,
                Long.toString(firstRevision),
                reason,
                subject,
                reason == NotificationReason.FOLLOWED ? null : "thread",
                "crowd|likes~" + subject + "~0",
                count,
                List.of(actors),
                List.of(actors),
                count,
                reason == NotificationReason.COMMENTED ? "comment-" + count : null));
    }

    /** Told of what begins a group. */
    public UserStory told(NotificationReason reason, String subject, String actor) {
        return told(events.size() + 1, reason, subject, 1, actor);
    }

    public UserStory read(long upTo) {
        return then(new UserEvent.NotificationsRead(userId, upTo));
    }

    private UserStory then(UserEvent event) {
        events.add(Stories.happened(userId, events.size() + 1, userId, event));
        return this;
    }

    /** A user who has seen an event of every type. */
    public static UserStory full(String userId) {
        return registered(userId)
                .changed("Ann B.", null)
                .muted(MuteKind.USER, "troll", true)
                .muted(MuteKind.THREAD, "quarrel", true)
                .muted(MuteKind.THREAD, "quarrel", false)
                .bookmarked("post-1", true)
                .bookmarked("post-2", true)
                .bookmarked("post-1", false)
                .subscribed(BROWSER)
                .unsubscribed(BROWSER.endpoint())
                .told(NotificationReason.LIKED, "post-3", "ben")
                .told(11, NotificationReason.LIKED, "post-3", 2, "cem", "ben")
                .told(NotificationReason.FOLLOWED, userId, "dora")
                .read(12);
    }
}
