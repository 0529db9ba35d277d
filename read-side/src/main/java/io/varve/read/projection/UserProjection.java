package io.varve.read.projection;

import io.varve.node.user.UserEvent;
import io.varve.node.user.UserKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.notification.NotificationHandler;
import io.varve.read.table.RowStore;
import io.varve.read.user.UserListHandler;
import io.varve.read.user.UserViewHandler;
import io.varve.read.user.UserViews;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of users to users, what they keep and mute, and what they were told. */
public final class UserProjection {
    private UserProjection() {}

    public static KindViews<UserEvent> views() {
        return new KindViews<>(
                List.of(),
                List.of(new UserListHandler(), new NotificationHandler(), new UserViewHandler()),
                List.of(
                        UserListHandler.MUTES_TABLE,
                        UserListHandler.BOOKMARKS_TABLE,
                        UserListHandler.PUSH_TABLE,
                        NotificationHandler.TABLE,
                        UserViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            UserViews users,
            ProjectionSettings settings) {
        KindProjection.start(system, role, UserKind.create(), views(), feed, rows, users::revision, settings);
    }
}
