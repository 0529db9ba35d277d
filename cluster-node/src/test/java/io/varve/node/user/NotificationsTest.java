package io.varve.node.user;

import static io.varve.node.user.Told.ID;
import static io.varve.node.user.Told.REGISTERED;
import static io.varve.node.user.Told.act;
import static io.varve.node.user.Told.comment;
import static io.varve.node.user.Told.given;
import static io.varve.node.user.Told.liked;
import static io.varve.node.user.Told.likes;
import static io.varve.node.user.Told.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.MarkRead;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserState.Known;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user is told, and when they have read it. */
class NotificationsTest {
    private static final Notified BOB_LIKED = liked("2", 5, List.of("bob"), 1, "bob");

    /** All that comes of the commands, one after the other. */
    private static List<UserEvent> after(UserCommand... commands) {
        var events = new ArrayList<UserEvent>(List.of(REGISTERED));
        for (var command : commands) {
            var stage = given(events.toArray(UserEvent[]::new));
            var decision = new UserDecider().decide(stage.state(), command, null);
            assertThat(decision.refusal()).isEmpty();
            events.addAll(decision.events());
        }
        return events.subList(1, events.size());
    }

    private static Notified only(UserCommand command) {
        return (Notified) after(command).get(0);
    }

    @Test
    void act_isTold_inAGroupNamedByItsFirstRevision() {
        given(REGISTERED).when(likes(act(5, "bob"))).then(BOB_LIKED);
    }

    @Test
    void act_isToldOnce() {
        given(REGISTERED, BOB_LIKED).when(likes(act(5, "bob"))).thenNothing();
        given(REGISTERED, BOB_LIKED).when(likes(act(4, "carol"))).thenNothing();
    }

    @Test
    void actsThatWereToldInPart_areToldForTheRest() {
        given(REGISTERED, BOB_LIKED)
                .when(likes(act(4, "dave"), act(5, "bob"), act(6, "carol")))
                .then(liked("2", 6, List.of("carol"), 2, "carol", "bob"));
    }

    @Test
    void group_namesTheNewestThree_andCountsTheOthers() {
        var first = liked("2", 4, List.of("bob", "carol", "dave", "erin"), 4, "erin", "dave", "carol");
        given(REGISTERED)
                .when(likes(act(1, "bob"), act(2, "carol"), act(3, "dave"), act(4, "erin")))
                .then(first);
        given(REGISTERED, first)
                .when(likes(act(7, "frank")))
                .then(liked("2", 7, List.of("frank"), 5, "frank", "erin", "dave"));
    }

    /** A crowd has several buckets: each is a source of its own, and the group is one. */
    @Test
    void sources_areToldEachByItsOwnRevisions() {
        var other = tell("crowd|likes~p1~1", NotificationReason.LIKED, "p1", act(1, "carol"));
        assertThat(after(likes(act(5, "bob")), other, other))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(Notified.class, e -> {
                    assertThat(e.groupId()).isEqualTo("2");
                    assertThat(e.actors()).containsExactly("carol", "bob");
                    assertThat(e.count()).isEqualTo(2);
                });
    }

    /** A comment that mentions the author of what it answers is one event, told for two reasons. */
    @Test
    void reasons_areToldEachForItself() {
        var mention = tell("post|p2", NotificationReason.MENTIONED, "p2", new Act(1, "bob", "p2"));
        assertThat(after(comment("p2", "bob"), mention, comment("p2", "bob"), mention))
                .extracting(event -> ((Notified) event).reason())
                .containsExactly(NotificationReason.COMMENTED, NotificationReason.MENTIONED);
    }

    /** Who watches a post in the meantime is not told once more of what they were told of the conversation. */
    @Test
    void comment_isToldOnce_whateverItIsAbout() {
        var ofTheThread = tell("post|p3", NotificationReason.COMMENTED, "p1", new Act(1, "bob", "p3"));
        var ofThePost = tell("post|p3", NotificationReason.COMMENTED, "p2", new Act(1, "bob", "p3"));
        assertThat(after(ofTheThread, ofThePost)).hasSize(1);
    }

    @Test
    void comments_areCounted_notThoseWhoWroteThem() {
        assertThat(after(comment("p2", "bob"), comment("p3", "carol"), comment("p4", "bob")))
                .last()
                .isInstanceOfSatisfying(Notified.class, e -> {
                    assertThat(e.count()).isEqualTo(3);
                    assertThat(e.newActors()).containsExactly("bob");
                    assertThat(e.actors()).containsExactly("bob", "carol");
                    assertThat(e.postId()).isEqualTo("p4");
                });
    }

    @Test
    void peopleOfOneCommand_areNamedOnce_theNewestLast() {
        var e = only(tell(
                "post|p2",
                NotificationReason.COMMENTED,
                "p1",
                new Act(1, "bob", "p5"),
                new Act(2, "carol", "p6"),
                new Act(3, "bob", "p7")));
        assertThat(e.newActors()).containsExactly("carol", "bob");
        assertThat(e.actors()).containsExactly("bob", "carol");
        assertThat(e.count()).isEqualTo(3);
        assertThat(e.postId()).isEqualTo("p7");
    }

    /** An edit may mention somebody anew; the author stays one. */
    @Test
    void mentions_ofOnePost_areOneOfItsAuthor() {
        var first = tell("post|p2", NotificationReason.MENTIONED, "p2", new Act(1, "bob", "p2"));
        var again = tell("post|p2", NotificationReason.MENTIONED, "p2", new Act(3, "bob", "p2"));
        assertThat(after(first, again))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Notified.class, e -> assertThat(e.count()).isEqualTo(1));
    }

    @Test
    void ownActs_andThoseOfMutedPeople_areDropped() {
        var muted = new MuteChanged(ID, MuteKind.USER, "eve", true);
        given(REGISTERED).when(likes(act(5, ID))).thenNothing();
        given(REGISTERED, muted).when(likes(act(5, "eve"))).thenNothing();
        given(REGISTERED, muted)
                .when(likes(act(5, "eve"), act(6, "bob"), act(7, ID)))
                .then(liked("3", 7, List.of("bob"), 1, "bob"));
    }

    @Test
    void mutedConversations_areNotToldOf() {
        given(REGISTERED, new MuteChanged(ID, MuteKind.THREAD, "p1", true))
                .when(likes(act(5, "bob")))
                .thenNothing();
        given(REGISTERED, new MuteChanged(ID, MuteKind.THREAD, "p9", true))
                .when(likes(act(5, "bob")))
                .then(liked("3", 5, List.of("bob"), 1, "bob"));
    }

    @Test
    void follower_belongsToNoConversation() {
        var follow =
                new Tell("crowd|followers~ann~0", 1, NotificationReason.FOLLOWED, ID, null, List.of(act(1, "bob")));
        assertThat(after(follow)).singleElement().isInstanceOfSatisfying(Notified.class, e -> {
            assertThat(e.subject()).isEqualTo(ID);
            assertThat(e.thread()).isNull();
            assertThat(e.postId()).isNull();
        });
    }

    @Test
    void whatIsToldAfterReading_isAnotherGroup() {
        var read = new NotificationsRead(ID, 2);
        given(REGISTERED, BOB_LIKED).when(new MarkRead(2)).then(read);
        given(REGISTERED, BOB_LIKED, read)
                .when(likes(act(6, "carol")))
                .then(liked("4", 6, List.of("carol"), 1, "carol"));
        // And what was told before is still known.
        given(REGISTERED, BOB_LIKED, read).when(likes(act(5, "bob"))).thenNothing();
    }

    @Test
    void whatWasToldAfterTheNewestSeen_staysUnread() {
        var carolLiked = liked("2", 6, List.of("carol"), 2, "carol", "bob");
        var read = new NotificationsRead(ID, 2);
        given(REGISTERED, BOB_LIKED, carolLiked).when(new MarkRead(2)).then(read);
        given(REGISTERED, BOB_LIKED, carolLiked, read)
                .when(likes(act(7, "dave")))
                .then(liked("2", 7, List.of("dave"), 3, "dave", "carol", "bob"));
    }

    @Test
    void reading_reachesNoFurtherThanWhatWasTold() {
        given(REGISTERED).when(new MarkRead(Long.MAX_VALUE)).thenNothing();
        given(REGISTERED, BOB_LIKED).when(new MarkRead(Long.MAX_VALUE)).then(new NotificationsRead(ID, 2));
    }

    @Test
    void reading_isNoEvent_whenAllIsRead() {
        var read = new NotificationsRead(ID, 2);
        for (long upTo : List.of(0L, 1L, 2L, 3L)) {
            given(REGISTERED, BOB_LIKED, read).when(new MarkRead(upTo)).thenNothing();
        }
        given(REGISTERED, BOB_LIKED).when(new MarkRead(-1)).thenNothing();
    }

    private static UserState toldOf(int sources) {
        UserState state = new UserDecider().evolve(new UserState.Unknown(ID), REGISTERED);
        for (int n = 0; n < sources; n++) {
            var e = only(tell("post|c" + n, NotificationReason.MENTIONED, "c" + n, new Act(1, "bob", "c" + n)));
            state = new UserDecider().evolve(state, e);
        }
        return state;
    }

    @Test
    void openGroupsAndSources_areBounded_theOldestIsForgotten() {
        var known = ((Known) toldOf(Notifications.MAX_TOLD + 1)).notifications();
        assertThat(known.open().stored()).hasSize(Notifications.MAX_OPEN);
        assertThat(known.told().stored()).hasSize(Notifications.MAX_TOLD);
        assertThat(known.untold(tell("post|c0", NotificationReason.MENTIONED, "c0", act(1, "bob"))))
                .hasSize(1);
        assertThat(known.untold(tell("post|c1", NotificationReason.MENTIONED, "c1", act(1, "bob"))))
                .isEmpty();
    }

    /** Or a post that is liked all day long would be forgotten among a day's comments. */
    @Test
    void sourceThatToldAgain_isNew() {
        var none = Newest.<Long>none();
        var told = none.with("a", 1L, 2).with("b", 1L, 2).with("a", 2L, 2).with("c", 1L, 2);
        assertThat(told.stored()).containsExactly(new Newest.Entry<>("a", 2L), new Newest.Entry<>("c", 1L));
    }
}
