package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.crowd.Crowds;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Posts;
import io.varve.node.post.Visibility;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserProfile;
import io.varve.node.user.Users;
import io.varve.read.Views;
import io.varve.read.notification.NotificationView;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node with the roles write and read: what people do comes into feeds, stays right there, and is told. */
class TimelinesIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MANY = 50;

    private static Node node;
    private static Views views;
    private static PostItems items;
    private static Timelines timelines;

    @BeforeAll
    static void start() {
        var settings = Map.of("varve.read.feeds.fan-out-up-to-followers", String.valueOf(MANY));
        node = LocalNode.start("varve_timelines_it", "write,read", settings);
        views = Views.of(node);
        var feeds = get(SocialFeeds.of(node, views.users()));
        items = PostItems.of(node, views.posts(), feeds);
        timelines = get(Timelines.of(node, views.users(), views.posts(), views.crowds(), feeds, items));
    }

    @AfterAll
    static void stop() {
        LocalNode.stop(node);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** What no answer came for is sent again. */
    private static <A, R extends Enum<R>> A accepted(Supplier<CompletionStage<Outcome<A, R>>> command) {
        var outcome = await().atMost(LONG)
                .until(() -> get(command.get()), answer -> !(answer instanceof Outcome.Failed<A, R>));
        return ((Outcome.Accepted<A, R>) outcome).answer();
    }

    private static void user(String id, UserCommand command) {
        accepted(() -> new Users(node.entities()).submit(id, command.toString(), id, null, command));
    }

    private static void register(String... ids) {
        for (var id : ids) {
            user(id, new UserCommand.Define(new UserProfile(id, null)));
        }
    }

    private static PostHead post(String id, PostCommand command) {
        return accepted(() -> new Posts(node.entities()).submit(id, command.toString(), "tester", null, command))
                .head();
    }

    private static PostHead write(String author, String id, String text) {
        return post(id, new PostCommand.Write(author, text, Visibility.PUBLIC, null));
    }

    private static void crowd(CrowdRelation relation, String subject, String member, CrowdCommand command) {
        accepted(() -> new Crowds(node.entities())
                .submit(relation.entityId(subject, member), command.toString(), member, command));
    }

    private static void join(CrowdRelation relation, String subject, String member) {
        crowd(relation, subject, member, new CrowdCommand.Join(member, false));
    }

    private static List<String> feed(String userId) {
        return get(timelines.feed(userId, PageRequest.first(100))).items().stream()
                .map(FeedScene::text)
                .toList();
    }

    private static void feedBecomes(String userId, String... expected) {
        await().atMost(LONG).untilAsserted(() -> assertThat(feed(userId)).containsExactly(expected));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(get(timelines.verify(userId)))
                        .isEqualTo(new FeedVerification(expected.length, List.of())));
    }

    private static List<String> told(String userId) {
        return get(views.notifications().notifications(userId, PageRequest.first(100))).items().stream()
                .map(TimelinesIT::text)
                .toList();
    }

    private static String text(NotificationView group) {
        return group.reason() + " " + group.subject() + " " + group.count();
    }

    @Test
    void feed_isWhatPeopleDo_andItsItemsAreFresh() {
        register("ann", "ben", "cem");
        write("ben", "ben-1", "one");
        join(CrowdRelation.FOLLOWERS, "ben", "ann");
        write("ben", "ben-2", "two");
        var third = write("cem", "cem-1", "three");
        join(CrowdRelation.BOOSTS, "cem-1", "ben");
        feedBecomes("ann", "ben>cem-1", "ben-2", "ben-1");

        // The posts are at hand by now.
        IntStream.range(0, 20).forEach(n -> join(CrowdRelation.LIKES, "ben-2", "fan-" + n));
        post("ben-1", new PostCommand.Edit("uno"));
        await().atMost(LONG)
                .until(() -> get(items.posts(List.of("ben-2"))).get("ben-2").likes() == 20);
        await().atMost(LONG)
                .until(() ->
                        get(items.posts(List.of("ben-1"))).get("ben-1").text().equals("uno"));
        post("answer", new PostCommand.Write("ann", "yes", Visibility.PUBLIC, third));
        await().atMost(LONG)
                .until(() -> get(items.posts(List.of("cem-1"))).get("cem-1").comments() == 1);
        feedBecomes("ann", "ben>cem-1", "ben-2", "ben-1");

        post("ben-2", new PostCommand.Delete());
        feedBecomes("ann", "ben>cem-1", "ben-1");
        user("ann", new UserCommand.Mute(MuteKind.THREAD, "cem-1", true));
        feedBecomes("ann", "ben-1");
        crowd(CrowdRelation.FOLLOWERS, "ben", "ann", new CrowdCommand.Leave("ann"));
        feedBecomes("ann");
    }

    @Test
    void whoHasManyFollowers_isInTheirFeedsAllTheSame() {
        register("star");
        write("star", "star-1", "small yet");
        IntStream.range(0, MANY).forEach(n -> join(CrowdRelation.FOLLOWERS, "star", "follower-" + n));
        await().atMost(LONG).until(() -> get(views.crowds().count(CrowdRelation.FOLLOWERS, "star")) == MANY);
        write("star", "star-2", "big now");
        write("follower-7", "own", "mine");

        feedBecomes("follower-7", "own", "star-2", "star-1");
        feedBecomes("follower-8", "star-2", "star-1");
        join(CrowdRelation.FOLLOWERS, "star", "late");
        feedBecomes("late", "star-2", "star-1");
    }

    @Test
    void people_areToldWhatConcernsThem() {
        register("dora", "eva", "finn");
        join(CrowdRelation.FOLLOWERS, "dora", "eva");
        var post = write("dora", "dora-1", "with @eva");
        IntStream.range(0, 20).forEach(n -> join(CrowdRelation.LIKES, "dora-1", "fan-" + n));
        // Whoever comments before a like is told would be told of it.
        await().atMost(LONG).until(() -> told("dora").contains(NotificationReason.LIKED + " dora-1 20"));
        join(CrowdRelation.BOOSTS, "dora-1", "finn");
        post("comment", new PostCommand.Write("finn", "fine", Visibility.PUBLIC, post));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(told("dora"))
                        .containsExactlyInAnyOrder(
                                NotificationReason.FOLLOWED + " dora 1",
                                NotificationReason.LIKED + " dora-1 20",
                                NotificationReason.BOOSTED + " dora-1 1",
                                NotificationReason.COMMENTED + " dora-1 1"));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(told("eva"))
                        .contains(
                                NotificationReason.MENTIONED + " dora-1 1",
                                NotificationReason.COMMENTED + " dora-1 1"));
        assertThat(told("finn")).isEmpty();
    }
}
