package io.varve.read.user;

import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.Changed;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserEvent.PushSubscribed;
import io.varve.node.user.UserEvent.PushUnsubscribed;
import io.varve.node.user.UserEvent.Registered;
import io.varve.node.user.UserProfile;
import io.varve.read.table.Happened;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per user. */
public final class UserViewHandler implements ViewHandler<UserEvent> {
    public static final String TABLE = "user_view";

    private static final List<String> KEY = List.of("user_id");
    private static final Shape PROFILE = new Shape(TABLE, KEY, List.of("display_name", "bio", "revision"));
    private static final Shape READ = new Shape(TABLE, KEY, List.of("read_up_to", "revision"));
    private static final Shape MOVED = new Shape(TABLE, KEY, List.of("revision"));

    @Override
    public List<Write> writes(Happened<UserEvent> happened) {
        var id = happened.entityId();
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof Registered e) {
            return List.of(profile(id, revision, e.profile()));
        } else if (event instanceof Changed e) {
            return List.of(profile(id, revision, e.profile()));
        } else if (event instanceof NotificationsRead e) {
            return List.of(READ.write(revision, id, e.upTo(), revision));
        } else if (event instanceof MuteChanged
                || event instanceof BookmarkChanged
                || event instanceof PushSubscribed
                || event instanceof PushUnsubscribed
                || event instanceof Notified) {
            return List.of(MOVED.write(revision, id, revision));
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write profile(String id, long revision, UserProfile profile) {
        return PROFILE.write(revision, id, profile.displayName(), None.text(profile.bio()), revision);
    }
}
