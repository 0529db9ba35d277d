package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.Visibility;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.UserStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TimelinesContract extends ViewsContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    /** So many followers are too many. */
    private static final int MANY = 3;

    private final String run = unique("x").substring(0, 10);
    private final String ann = run + "ann";
    private final String ben = run + "ben";
    private final String cem = run + "cem";
    private final CrowdStory followersOfBen = new CrowdStory(CrowdRelation.FOLLOWERS, ben);
    private FeedScene scene;

    /** @param upTo how many followers are too many */
    abstract FeedScene scene(int upTo);

    @BeforeEach
    void makeScene() {
        scene = scene(MANY);
    }

    private String id(String post) {
        return run + post;
    }

    private PostStory post(String author, String post, int second) {
        return post(author, post, "text", Visibility.PUBLIC, second);
    }

    private PostStory post(String author, String post, String text, Visibility visibility, int second) {
        var story = PostStory.written(id(post), author, text, visibility, START.plusSeconds(second));
        scene.posts(story.events());
        return story;
    }

    private void annFollowsBen() {
        follow(followersOfBen.joined(ann));
    }

    private void follow(CrowdStory story) {
        scene.crowds(
                story.events().subList(story.events().size() - 1, story.events().size()));
    }

    private void delete(PostStory story) {
        scene.posts(story.deleted()
                .events()
                .subList(story.events().size() - 1, story.events().size()));
    }

    private void annsFeedIs(String... expected) {
        assertThat(scene.feed(ann, 2))
                .isEqualTo(List.of(expected).stream().map(this::item).toList());
        assertThat(scene.verified(ann)).isEqualTo(new FeedVerification(expected.length, List.of()));
    }

    private String item(String text) {
        int post = text.indexOf('>') + 1;
        return (post == 0 ? "" : run) + text.substring(0, post) + id(text.substring(post));
    }

    @Test
    void feed_isWhatTheReaderAndThoseHeFollowsWrote_whateverCameFirst() {
        post(ben, "b1", 1);
        annFollowsBen();
        post(ann, "a1", 2);
        post(cem, "c1", 3);
        post(ben, "b2", 4);

        annsFeedIs("b2", "a1", "b1");
    }

    @Test
    void whoIsNotFollowedAnyMore_isGone_andComesBack() {
        post(ben, "b1", 1);
        annFollowsBen();
        follow(followersOfBen.left(ann));
        post(ben, "b2", 2);
        annsFeedIs();

        annFollowsBen();
        annsFeedIs("b2", "b1");
    }

    @Test
    void pageThatComesAgain_changesNothing() {
        post(ben, "b1", 1);
        annFollowsBen();
        follow(followersOfBen.left(ann));

        scene.crowds(followersOfBen.events().subList(0, 1));
        scene.crowds(followersOfBen.events());

        annsFeedIs();
    }

    @Test
    void deletedPostsAndComments_areInNoFeed() {
        annFollowsBen();
        var gone = post(ben, "gone", 1);
        post(ben, "stays", 2);
        scene.posts(PostStory.answering(gone.head(), id("comment"), ben, "yes", START.plusSeconds(3))
                .events());
        delete(gone);

        annsFeedIs("stays");
    }

    @Test
    void boost_isAnItemAtItsTime_untilItIsTakenBack() {
        post(cem, "c1", 1);
        var boosts = new CrowdStory(CrowdRelation.BOOSTS, id("c1")).joined(ben);
        scene.crowds(boosts.events());
        annFollowsBen();
        annsFeedIs("ben>c1");

        follow(boosts.left(ben));
        annsFeedIs();

        follow(boosts.joined(ben));
        annsFeedIs("ben>c1");
        assertThat(scene.page(ann, PageRequest.first(1)).items().get(0).at()).isEqualTo(boosts.lastAt());
    }

    @Test
    void comment_mayBeBoosted() {
        var post = post(cem, "c1", 1);
        scene.posts(PostStory.answering(post.head(), id("comment"), cem, "yes", START)
                .events());
        scene.crowds(
                new CrowdStory(CrowdRelation.BOOSTS, id("comment")).joined(ben).events());
        annFollowsBen();

        annsFeedIs("ben>comment");
    }

    @Test
    void directPost_isInTheFeedsOfItsAuthorAndOfFollowersWhomItMentions() {
        annFollowsBen();
        post(ben, "toAnn", "hello @" + ann, Visibility.DIRECT, 1);
        post(ben, "toCem", "hello @" + cem, Visibility.DIRECT, 2);
        post(ben, "toFollowers", "hello", Visibility.FOLLOWERS, 3);
        annsFeedIs("toFollowers", "toAnn");

        assertThat(scene.feed(cem, 5)).isEmpty();
        assertThat(scene.feed(ben, 5)).hasSize(3);
    }

    @Test
    void directPost_comesToWhomItMentionsAfterAnEdit() {
        annFollowsBen();
        var story = post(ben, "b1", "hello", Visibility.DIRECT, 1);
        annsFeedIs();

        scene.posts(story.edited("hello @" + ann).events().subList(1, 2));

        annsFeedIs("b1");
    }

    @Test
    void mutedPeopleAndConversations_areLeftOut() {
        annFollowsBen();
        post(cem, "c1", 1);
        scene.crowds(new CrowdStory(CrowdRelation.BOOSTS, id("c1")).joined(ben).events());
        post(ben, "b1", 100);
        post(ben, "b2", 101);
        var user = UserStory.registered(ann).muted(MuteKind.THREAD, id("b1"), true);
        writeUsers(user.events());
        annsFeedIs("b2", "ben>c1");

        writeUsers(user.muted(MuteKind.USER, cem, true).events());
        annsFeedIs("b2");

        writeUsers(user.muted(MuteKind.USER, ben, true).events());
        annsFeedIs();
    }

    @Test
    void pages_haveEachItemOnce_alsoOfTheSameMillisecond() {
        annFollowsBen();
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            post(n % 3 == 0 ? ann : ben, "p" + (char) ('a' + n), n / 4);
            expected.add(0, id("p" + (char) ('a' + n)));
        }
        for (int limit = 1; limit < 14; limit++) {
            assertThat(scene.feed(ann, limit)).isEqualTo(expected);
        }
    }

    @Test
    void page_isFull_howeverManyItemsAreLeftOut() {
        annFollowsBen();
        post(ben, "first", 0);
        for (int n = 1; n <= 40; n++) {
            delete(post(ben, "gone" + n, n));
        }

        var page = scene.page(ann, PageRequest.first(1));

        assertThat(page.items()).extracting(FeedScene::text).containsExactly(id("first"));
        assertThat(page.nextCursor()).isEmpty();
    }

    @Test
    void postsOfWhoHasManyFollowers_areFetched_asIfTheyWereWrittenIntoFeeds() {
        annFollowsBen();
        post(ben, "small", 1);
        follow(followersOfBen.joined(cem));
        follow(followersOfBen.joined(run + "dora"));
        post(ben, "big", 3);
        post(ann, "a1", 2);
        post(cem, "c1", 1);
        scene.crowds(new CrowdStory(CrowdRelation.BOOSTS, id("c1")).joined(ben).events());
        annsFeedIs("big", "a1", "small", "ben>c1");
        assertThat(scene.feed(run + "eva", 2)).isEmpty();

        follow(followersOfBen.joined(run + "eva"));
        assertThat(scene.feed(run + "eva", 2)).hasSize(3);

        follow(followersOfBen.left(ann));
        annsFeedIs("a1");
        assertThat(scene.feed(ben, 1)).containsExactly(id("big"), id("small"));
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        assertThatThrownBy(() -> scene.page(ann, PageRequest.first(1).after("b3RoZXJ8MXx4")))
                .isInstanceOf(BadCursorException.class);
    }
}
