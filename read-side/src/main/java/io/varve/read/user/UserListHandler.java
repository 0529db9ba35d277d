package io.varve.read.user;

import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.Changed;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserEvent.PushSubscribed;
import io.varve.node.user.UserEvent.PushUnsubscribed;
import io.varve.node.user.UserEvent.Registered;
import io.varve.read.table.Happened;
import io.varve.read.table.Kebab;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** What a user mutes and keeps at hand, and their browsers: a row for each that ever was. */
public final class UserListHandler implements ViewHandler<UserEvent> {
    public static final String MUTES_TABLE = "user_mute";
    public static final String BOOKMARKS_TABLE = "user_bookmark";
    public static final String PUSH_TABLE = "user_push";

    private static final Shape MUTE = new Shape(MUTES_TABLE, List.of("user_id", "kind", "target"), List.of("muted"));
    private static final Shape BOOKMARK =
            new Shape(BOOKMARKS_TABLE, List.of("user_id", "post_id"), List.of("kept", "since"));
    private static final Shape PUSH =
            new Shape(PUSH_TABLE, List.of("user_id", "endpoint"), List.of("active", "p256dh", "auth"));

    @Override
    public List<Write> writes(Happened<UserEvent> happened) {
        var id = happened.entityId();
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof MuteChanged e) {
            return List.of(MUTE.write(revision, id, Kebab.of(e.kind()), e.target(), e.muted()));
        } else if (event instanceof BookmarkChanged e) {
            return List.of(BOOKMARK.write(revision, id, e.postId(), e.kept(), happened.at()));
        } else if (event instanceof PushSubscribed e) {
            return List.of(push(id, revision, e.subscription(), true));
        } else if (event instanceof PushUnsubscribed e) {
            // What opens the browser's ear is not kept for longer than it is needed.
            return List.of(push(id, revision, new PushSubscription(e.endpoint(), null, null), false));
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof Notified
                || event instanceof NotificationsRead) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write push(String id, long revision, PushSubscription subscription, boolean active) {
        return PUSH.write(
                revision,
                id,
                subscription.endpoint(),
                active,
                None.text(subscription.p256dh()),
                None.text(subscription.auth()));
    }
}
