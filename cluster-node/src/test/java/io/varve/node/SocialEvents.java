package io.varve.node;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserProfile;
import java.time.Instant;
import java.util.List;

/** An example of every event of users, posts and crowds. */
public final class SocialEvents {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.250Z");
    /** A comment. */
    private static final PostHead COMMENT = new PostHead(
            "p3",
            "ann",
            Visibility.FOLLOWERS,
            "eve",
            List.of("bob"),
            "p2",
            "p1",
            List.of("carol", "dave"),
            List.of("varve"),
            AT);
    /** A post that says little and answers nothing. */
    private static final PostHead BARE =
            new PostHead("p1", "ann", Visibility.PUBLIC, null, List.of(), null, "p1", List.of(), List.of(), AT);

    public static final List<UserEvent> OF_A_USER = List.of(
            new UserEvent.Registered("ann", new UserProfile("Ann", null)),
            new UserEvent.Changed("ann", new UserProfile("Ann B.", "Geologist")),
            new UserEvent.MuteChanged("ann", MuteKind.THREAD, "p1", true),
            new UserEvent.BookmarkChanged("ann", "p1", true),
            new UserEvent.PushSubscribed("ann", new PushSubscription("https://push.example/1", "BIPU", "c2Vj")),
            new UserEvent.PushUnsubscribed("ann", "https://push.example/1", true),
            new UserEvent.Notified(
                    "ann",
                    "12",
                    NotificationReason.COMMENTED,
                    "p2",
                    "p1",
                    "post|p3",
                    1,
                    List.of("dave"),
                    List.of("dave", "carol", "bob"),
                    7,
                    "p3"),
            new UserEvent.NotificationsRead("ann", 17));

    public static final List<PostEvent> OF_A_POST = List.of(
            new PostEvent.Written(COMMENT, "Yes @carol, @dave #varve"),
            new PostEvent.Edited(BARE, "No.", List.of("varve"), List.of("erin")),
            new PostEvent.Deleted(BARE));

    public static final List<CrowdEvent> OF_A_CROWD = List.of(
            new CrowdEvent.Joined(CrowdRelation.FOLLOWERS, "ann", 5, "bob", 17, true),
            new CrowdEvent.Left(CrowdRelation.LIKES, "p1", 0, "bob", 16, true));

    private SocialEvents() {}
}
