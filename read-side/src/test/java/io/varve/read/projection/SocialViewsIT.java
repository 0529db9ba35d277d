package io.varve.read.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.crowd.Crowds;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostCommand;
import io.varve.node.post.Posts;
import io.varve.node.post.Visibility;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserProfile;
import io.varve.node.user.Users;
import io.varve.read.Views;
import io.varve.read.audit.Audit;
import io.varve.read.audit.AuditLine;
import io.varve.read.audit.AuditRequest;
import io.varve.read.notification.NotificationView;
import io.varve.read.post.PostView;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.user.UserView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users, posts and crowds were told to do is what the views show, also when they are filled anew. */
class SocialViewsIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static Node node;
    private static Views views;

    @BeforeAll
    static void start() {
        node = LocalNode.start("varve_social_views_it", "write,read", Map.of());
        views = Views.of(node);
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

    /** The revision after the command, which must be accepted; what no answer came for is sent again. */
    private static <A, R extends Enum<R>> long accepted(Supplier<CompletionStage<Outcome<A, R>>> command) {
        var outcome = await().atMost(LONG)
                .until(() -> get(command.get()), answer -> !(answer instanceof Outcome.Failed<A, R>));
        return ((Outcome.Accepted<A, R>) outcome).revision();
    }

    private static long user(String id, UserCommand command) {
        return accepted(() -> new Users(node.entities()).submit(id, command.toString(), id, null, command));
    }

    private static long post(String id, PostCommand command) {
        return accepted(() -> new Posts(node.entities()).submit(id, command.toString(), "ann", null, command));
    }

    private static void join(CrowdRelation relation, String subject, String member) {
        accepted(() -> new Crowds(node.entities())
                .submit(
                        relation.entityId(subject, member),
                        "join " + member,
                        member,
                        new CrowdCommand.Join(member, false)));
    }

    @Test
    void views_showWhatHappened_andFillThemselvesAnew() {
        user("ann", new UserCommand.Define(new UserProfile("Ann", null)));
        post("one", new PostCommand.Write("ann", "look #snow", Visibility.PUBLIC, null));
        long edited = post("one", new PostCommand.Edit("look #sun"));
        IntStream.range(0, 20).forEach(n -> join(CrowdRelation.LIKES, "one", "user-" + n));
        join(CrowdRelation.FOLLOWERS, "ann", "ben");
        post("gone", new PostCommand.Write("ann", "unsaid", Visibility.PUBLIC, null));
        long deleted = post("gone", new PostCommand.Delete());
        assertThat(found(views.posts().post("gone", deleted, LONG)).deleted()).isTrue();

        await().atMost(LONG)
                .until(() -> told().equals(Map.of(NotificationReason.LIKED, 20L, NotificationReason.FOLLOWED, 1L)));
        long revision = get(views.users().revision("ann"));
        awaitAll(revision, edited);
        assertThat(found(views.users().user("ann", revision, LONG)))
                .isEqualTo(new UserView("ann", new UserProfile("Ann", null), 1, 0, 1, revision));
        var before = everything();
        assertThat(gaps()).isEmpty();

        for (var kind : List.of("user", "post", "crowd")) {
            assertThat(get(Rebuild.of(node).run(kind))).isNotEmpty();
            // Not for a moment is it unknown: a text would show until the filling comes to its deletion.
            assertThat(node.session()
                            .execute("SELECT deleted FROM post_view WHERE post_id = 'gone'")
                            .one()
                            .getBoolean(0))
                    .isTrue();
        }
        awaitAll(revision, edited);
        assertThat(everything()).isEqualTo(before);
        assertThat(gaps()).isEmpty();
    }

    /** How often ann was told what. */
    private static Map<NotificationReason, Long> told() {
        return get(views.notifications().notifications("ann", PageRequest.first(50))).items().stream()
                .collect(Collectors.toMap(NotificationView::reason, NotificationView::count));
    }

    private static void awaitAll(long userRevision, long postRevision) {
        assertThat(found(views.users().user("ann", userRevision, LONG)).revision())
                .isEqualTo(userRevision);
        assertThat(found(views.posts().post("one", postRevision, LONG)).text()).isEqualTo("look #sun");
        await().atMost(LONG).until(() -> get(views.crowds().count(CrowdRelation.LIKES, "one")) == 20);
        await().atMost(LONG).until(() -> get(views.crowds().count(CrowdRelation.FOLLOWERS, "ann")) == 1);
    }

    private static <T> T found(CompletionStage<Reading<T>> reading) {
        return ((Reading.Found<T>) get(reading)).row();
    }

    private static List<Object> everything() {
        PostView post = get(views.posts().post("one")).orElseThrow();
        assertThat(post.likes()).isEqualTo(20);
        var page = PageRequest.first(50);
        return List.of(
                post,
                get(views.posts().history("one")),
                get(views.posts().byAuthor("ann", page)),
                get(views.posts().byHashtag("sun", page)),
                get(views.posts().byHashtag("snow", page)),
                get(views.crowds().members(CrowdRelation.LIKES, "one", page)),
                get(views.crowds().subjects(CrowdRelation.FOLLOWERS, "ben", page)),
                get(views.notifications().notifications("ann", page)));
    }

    private static List<AuditLine.Gap> gaps() {
        var request = new AuditRequest(Optional.empty(), Optional.empty(), true, false);
        return get(Audit.of(node).run(request).runWith(Sink.seq(), node.system())).stream()
                .filter(AuditLine.Gap.class::isInstance)
                .map(AuditLine.Gap.class::cast)
                .toList();
    }
}
