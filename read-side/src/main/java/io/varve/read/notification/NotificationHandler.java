package io.varve.read.notification;

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

/**
 * One row per group of what a user was told, as the last event of the group says. Up to where it is read is in the
 * user's own row.
 */
public final class NotificationHandler implements ViewHandler<UserEvent> {
    public static final String TABLE = "user_notification";

    private static final Shape TOLD = new Shape(
            TABLE,
            List.of("user_id", "first_revision"),
            List.of("reason", "subject", "thread", "post_id", "actors", "count", "at", "revision"));

    @Override
    public List<Write> writes(Happened<UserEvent> happened) {
        var event = happened.event();
        if (event instanceof Notified e) {
            return List.of(told(happened, e));
        } else if (event instanceof Registered
                || event instanceof Changed
                || event instanceof MuteChanged
                || event instanceof BookmarkChanged
                || event instanceof PushSubscribed
                || event instanceof PushUnsubscribed
                || event instanceof NotificationsRead) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write told(Happened<?> happened, Notified event) {
        long revision = happened.revision();
        return TOLD.write(
                revision,
                happened.entityId(),
                // A group is named after the revision that began it.
                Long.parseLong(event.groupId()),
                Kebab.of(event.reason()),
                event.subject(),
                None.text(event.thread()),
                None.text(event.postId()),
                event.actors(),
                event.count(),
                happened.at(),
                revision);
    }
}
