package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.entity.CommandMeta;
import io.varve.node.post.Visibility;
import io.varve.node.user.NotificationReason;
import io.varve.read.CrowdStory;
import io.varve.read.Fixture;
import io.varve.read.PostStory;
import io.varve.read.UserStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Happened;
import io.varve.read.user.Mutes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What events are to ann, who follows ben. */
class NewsDeskTest extends ViewsContract {
    private static final Mutes NOBODY = new Mutes(Set.of(), Set.of());

    private final Fixture fixture = Fixture.inMemory();
    private final Map<String, PostState> journal = new HashMap<>();
    private final NewsSources sources = new NewsSources(
            ids -> CompletableFuture.completedFuture(Map.of()),
            id -> CompletableFuture.completedFuture(journal.getOrDefault(id, PostState.NOTHING)),
            fixture.views().crowds(),
            1,
            Duration.ofMinutes(1));
    private final NewsDesk desk = new NewsDesk(sources);

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    private static Listener ann(Mutes muted) {
        return new Listener("ann", Set.of("ben")::contains, muted);
    }

    /** What the last event of a post is to her. */
    private Optional<UserNews> last(PostStory story, Mutes muted) {
        var state = PostState.NOTHING;
        for (var event : story.events()) {
            state = state.withEvent(event);
        }
        journal.put(story.head().postId(), state);
        return await(desk.ofPost(ann(muted), story.events().get(story.events().size() - 1)));
    }

    private Optional<UserNews> last(PostStory story) {
        return last(story, NOBODY);
    }

    private Optional<UserNews> boost(String postId, String by, Mutes muted) {
        var crowd = new CrowdStory(CrowdRelation.BOOSTS, postId).joined(by).events();
        writeCrowds(crowd);
        return await(desk.ofCrowd(ann(muted), crowd.get(0)));
    }

    @Test
    void postOfTheFollowed_andOnesOwn_areTold_othersAreNot() {
        assertThat(last(PostStory.written("p", "ben", "Hello"))).containsInstanceOf(UserNews.Posted.class);
        assertThat(last(PostStory.written("q", "ann", "Hello"))).containsInstanceOf(UserNews.Posted.class);
        assertThat(last(PostStory.written("r", "dora", "Hello, @ann"))).isEmpty();
    }

    @Test
    void commentOfTheFollowed_isNotTold() {
        var parent = PostStory.written("p", "dora", "Hello").head();
        assertThat(last(PostStory.answering(parent, "c", "ben", "Hi", Instant.EPOCH)))
                .isEmpty();
    }

    @Test
    void mutedPeople_andThreads_areNotToldOf() {
        var story = PostStory.written("p", "ben", "Hello").edited("Hello again");
        assertThat(last(story, new Mutes(Set.of("ben"), Set.of()))).isEmpty();
        assertThat(last(story, new Mutes(Set.of(), Set.of("p")))).isEmpty();
        assertThat(last(story.deleted(), new Mutes(Set.of("ben"), Set.of()))).isEmpty();
        last(PostStory.written("q", "dora", "Hello"));
        assertThat(boost("q", "ben", new Mutes(Set.of("dora"), Set.of()))).isEmpty();
        assertThat(boost("q", "ben", new Mutes(Set.of("ben"), Set.of()))).isEmpty();
    }

    @Test
    void editAndDeletion_areToldOfWhatIsInTheFeed() {
        assertThat(last(PostStory.written("p", "ben", "Hello").edited("Bye")))
                .containsInstanceOf(UserNews.Edited.class);
        assertThat(last(PostStory.written("p", "ben", "Hello").deleted())).contains(new UserNews.Deleted("p"));
        assertThat(last(PostStory.written("q", "dora", "Hello").edited("Bye"))).isEmpty();
        assertThat(last(PostStory.written("q", "dora", "Hello").deleted())).isEmpty();
    }

    @Test
    void editAndDeletion_areToldOfWhatTheFollowedPassedOn() {
        last(PostStory.written("p", "dora", "Hello"));
        last(PostStory.written("q", "dora", "Hello"));
        assertThat(boost("p", "ben", NOBODY))
                .hasValueSatisfying(news -> assertThat(((UserNews.Posted) news).item())
                        .satisfies(item -> assertThat(item.boostedBy()).contains("ben")));
        assertThat(boost("q", "eva", NOBODY)).isEmpty();

        assertThat(last(PostStory.written("p", "dora", "Hello").edited("Bye")))
                .containsInstanceOf(UserNews.Edited.class);
        assertThat(last(PostStory.written("p", "dora", "Hello").deleted())).contains(new UserNews.Deleted("p"));
        assertThat(last(PostStory.written("q", "dora", "Hello").edited("Bye"))).isEmpty();
    }

    /** As the feed shows it, so that both are one item. */
    @Test
    void boost_isToldWithItsTimeToTheMillisecond() {
        last(PostStory.written("p", "dora", "Hello"));
        var at = Instant.parse("2026-03-01T12:00:00.123456Z");
        var boost =
                new CrowdStory(CrowdRelation.BOOSTS, "p").joined("ben").events().get(0);
        var exact =
                new Happened<>(boost.entityId(), boost.revision(), new CommandMeta("c", "d", "ben", at), boost.event());

        assertThat(await(desk.ofCrowd(ann(NOBODY), exact)))
                .hasValueSatisfying(
                        news -> assertThat(((UserNews.Posted) news).item().at())
                                .isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z")));
    }

    @Test
    void edit_isToldOfWhatWasPassedOnJustNow_thoughTheViewsDoNotKnow() {
        var boosts = new CrowdStory(CrowdRelation.BOOSTS, "p")
                .joined("ben")
                .left("ben")
                .events();
        sources.take(boosts.get(0));
        assertThat(last(PostStory.written("p", "dora", "Hello").edited("Bye")))
                .containsInstanceOf(UserNews.Edited.class);
        sources.take(boosts.get(1));
        assertThat(last(PostStory.written("p", "dora", "Hello").edited("Bye"))).isEmpty();
    }

    @Test
    void editOfWhatVeryManyPassedOn_isToldToAll() {
        var fans = IntStream.range(0, 500).mapToObj(n -> "fan-" + n).toArray(String[]::new);
        writeCrowds(new CrowdStory(CrowdRelation.BOOSTS, "p").joined(fans).events());
        assertThat(last(PostStory.written("p", "dora", "Hello").edited("Bye")))
                .containsInstanceOf(UserNews.Edited.class);
    }

    @Test
    void postThatIsDeletedMeanwhile_isNotToldAnyMore() {
        var story = PostStory.written("p", "ben", "Hello").edited("Bye").deleted();
        last(story);
        for (var event : story.events().subList(0, 2)) {
            assertThat(await(desk.ofPost(ann(NOBODY), event))).isEmpty();
        }
        assertThat(boost("p", "ben", NOBODY)).isEmpty();
    }

    @Test
    void directPost_isToldToWhomItMentions_alsoWhenAnEditBeginsTo() {
        var story = PostStory.written("p", "ben", "Psst", Visibility.DIRECT, PostStory.at(1));
        assertThat(last(story)).isEmpty();
        assertThat(last(story.edited("Psst, @ann"))).containsInstanceOf(UserNews.Posted.class);
        assertThat(last(story.edited("Psst, @ann!"))).containsInstanceOf(UserNews.Edited.class);
    }

    @Test
    void notification_isToldToWhomItConcerns_asInTheList() {
        var story = UserStory.registered("ann").told(NotificationReason.LIKED, "p", "ben");
        writeUsers(story.events());
        var listed = await(views().notifications().notifications("ann", PageRequest.first(1)))
                .items();
        assertThat(await(desk.ofUser(ann(NOBODY), story.events().get(1))))
                .isEqualTo(Optional.of(new UserNews.Notified(listed.get(0))));
        var other = UserStory.registered("ben").told(NotificationReason.LIKED, "p", "ann");
        for (var event : List.of(other.events().get(1), story.events().get(0))) {
            assertThat(await(desk.ofUser(ann(NOBODY), event))).isEmpty();
        }
    }
}
