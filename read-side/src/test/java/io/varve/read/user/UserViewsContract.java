package io.varve.read.user;

import static io.varve.node.crowd.CrowdRelation.FOLLOWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserProfile;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.Stories;
import io.varve.read.UserStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class UserViewsContract extends ViewsContract {
    private final String id = unique("user");

    private Reading<UserView> user(long minRevision) {
        return await(views().users().user(id, minRevision, Duration.ofMillis(30)));
    }

    @Test
    void user_showsTheProfile_andWhatIsCounted() {
        writeUsers(UserStory.registered(id).events());
        writeCrowds(new CrowdStory(FOLLOWERS, id)
                .joined("ann", "ben", "cem")
                .left("ben")
                .events());
        writeCrowds(new CrowdStory(FOLLOWERS, unique("other")).joined(id).events());
        var post = PostStory.written(unique("post"), id, "one");
        writePosts(post.events());
        writePosts(PostStory.answering(post.head(), unique("comment"), id, "two", PostStory.at(2))
                .events());
        writePosts(PostStory.written(unique("post"), id, "three").deleted().events());

        assertThat(user(1)).isEqualTo(new Reading.Found<>(new UserView(id, UserStory.PROFILE, 2, 1, 2, 1)));
        assertThat(user(2)).isEqualTo(new Reading.Behind<>(1));
        assertThat(await(views().users().user(unique("nobody"), 0, Duration.ZERO)))
                .isInstanceOf(Reading.Absent.class);
    }

    /** Each bucket's last event says how many it has: eight rows are read, however many follow. */
    @Test
    void millionFollowers_areCountedByTheirBuckets_notOneByOne() {
        writeUsers(UserStory.registered(id).events());
        long ofBucket = 125_000;
        for (int bucket = 0; bucket < FOLLOWERS.buckets(); bucket++) {
            var last = new CrowdEvent.Joined(FOLLOWERS, id, bucket, "ann", ofBucket, true);
            writeCrowds(List.of(Stories.happened(FOLLOWERS.entityId(id, bucket), ofBucket, "ann", last)));
        }

        assertThat(((Reading.Found<UserView>) user(1)).row().followers()).isEqualTo(1_000_000);
    }

    @Test
    void profile_isTheLast_alsoThatThereIsNoBioAnyMore() {
        var story = UserStory.registered(id);
        writeUsers(story.events());
        writeUsers(story.changed("Ann B.", null).events());

        assertThat(user(2))
                .isEqualTo(new Reading.Found<>(new UserView(id, new UserProfile("Ann B.", null), 0, 0, 0, 2)));
    }

    @Test
    void displayName_isThatOfTheProfile() {
        writeUsers(UserStory.registered(id).events());

        assertThat(await(views().users().displayName(id))).contains(UserStory.PROFILE.displayName());
        assertThat(await(views().users().displayName(unique("nobody")))).isEmpty();
    }

    @Test
    void everyEvent_movesTheRevision() {
        var events = UserStory.full(id).events();
        for (var event : events) {
            writeUsers(List.of(event));
            assertThat(await(views().users().revision(id))).isEqualTo(event.revision());
        }
        assertThat(user(events.size())).isInstanceOf(Reading.Found.class);
        assertThat(await(views().users().revision(unique("nobody")))).isZero();
    }

    @Test
    void mutes_areThoseInForce() {
        writeUsers(UserStory.registered(id)
                .muted(MuteKind.USER, "troll", true)
                .muted(MuteKind.USER, "friend", true)
                .muted(MuteKind.THREAD, "quarrel", true)
                .muted(MuteKind.THREAD, "news", true)
                .muted(MuteKind.USER, "friend", false)
                .muted(MuteKind.THREAD, "news", false)
                .events());

        assertThat(await(views().users().mutes(id))).isEqualTo(new Mutes(Set.of("troll"), Set.of("quarrel")));
        assertThat(await(views().users().mutes(unique("nobody")))).isEqualTo(new Mutes(Set.of(), Set.of()));
    }

    @Test
    void bookmarks_areThosePostsThatAreKept_byId() {
        var story = UserStory.registered(id);
        for (var post : List.of("d", "b", "a", "e", "c")) {
            story.bookmarked(post, true);
        }
        writeUsers(story.bookmarked("b", false)
                .bookmarked("c", false)
                .bookmarked("c", true)
                .events());

        for (int limit : new int[] {1, 2, 3, 4, 5}) {
            assertThat(allPages(limit, page -> views().users().bookmarks(id, page)))
                    .containsExactly(
                            new Bookmark("a", UserStory.at(4)),
                            new Bookmark("c", UserStory.at(9)),
                            new Bookmark("d", UserStory.at(2)),
                            new Bookmark("e", UserStory.at(5)));
        }
    }

    @Test
    void subscriptions_areThoseInForce_andOfOthersNoSecretIsKept() {
        var secret = unique("secret");
        var other = new PushSubscription("https://push.example/2", "key", secret);
        var story = UserStory.registered(id).subscribed(UserStory.BROWSER).subscribed(other);
        writeUsers(story.events());
        assertThat(await(views().users().subscriptions(id))).containsExactly(UserStory.BROWSER, other);

        writeUsers(story.unsubscribed(other.endpoint()).events());

        assertThat(await(views().users().subscriptions(id))).containsExactly(UserStory.BROWSER);
        assertThat(dump()).doesNotContain(secret);
    }

    @Test
    void replay_changesNothing() {
        var events = UserStory.full(id).events();
        writeUsers(events);
        var before = dump();

        replayUsers(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        writeUsers(reversed(UserStory.full(id).events()));

        assertThat(user(14))
                .isEqualTo(new Reading.Found<>(new UserView(id, new UserProfile("Ann B.", null), 0, 0, 0, 14)));
        assertThat(await(views().users().mutes(id))).isEqualTo(new Mutes(Set.of("troll"), Set.of()));
        assertThat(await(views().users().subscriptions(id))).isEmpty();
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (var cursor : new String[] {"", "not base64!", Cursor.encode("entries", 7)}) {
            assertThatThrownBy(() ->
                            views().users().bookmarks(id, PageRequest.first(5).after(cursor)))
                    .isInstanceOf(BadCursorException.class);
        }
    }
}
