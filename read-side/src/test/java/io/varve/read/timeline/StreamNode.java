package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.post.PostEvent;
import io.varve.node.user.UserEvent;
import io.varve.read.feed.ScriptedFeed;
import io.varve.read.following.FeedFollower;
import io.varve.read.post.PostView;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** The streams of users of a process, which reads the scripted feeds with luck of its own. */
final class StreamNode implements PostItems {
    private static final RestartSettings AT_ONCE =
            RestartSettings.create(Duration.ofMillis(1), Duration.ofMillis(1), 0);
    private static final FeedsSettings SETTINGS = new FeedsSettings(
            1_000,
            1,
            1,
            1,
            1,
            1,
            1,
            1_000,
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1));

    private final ActorSystem<?> system;
    private final StreamScene scene;
    private final SocialFeeds feeds;
    private final NewsSources sources;
    private final UserStreams streams;

    StreamNode(ActorSystem<?> system, StreamScene scene, int inMemory, long seed) {
        this.system = system;
        this.scene = scene;
        var luck = new Random(seed);
        feeds = new SocialFeeds(
                this.<PostEvent>follower(scene.posts, inMemory, luck, SocialFeeds::size),
                this.<CrowdEvent>follower(scene.crowds, inMemory, luck, SocialFeeds::size),
                this.<UserEvent>follower(scene.users, inMemory, luck, SocialFeeds::size),
                new FollowedMutes(scene.views.users(), SETTINGS));
        var crowds = scene.views.crowds();
        var people = new FollowedPeople(crowds, 1, Duration.ofHours(1));
        sources = new NewsSources(
                this, id -> CompletableFuture.completedFuture(scene.post(id)), crowds, 1, Duration.ofHours(1));
        streams = new UserStreams(feeds, people, sources, SETTINGS.resumeWithin());
    }

    private <E> FeedFollower<E> follower(ScriptedFeed<E> feed, int inMemory, Random luck, ToIntFunction<E> size) {
        return FeedFollower.start(system, feed.seenWith(new Random(luck.nextLong())), AT_ONCE, inMemory, size)
                .toCompletableFuture()
                .join();
    }

    /** Half of them, as if the views were behind. */
    @Override
    public CompletionStage<Map<String, PostView>> posts(Collection<String> postIds) {
        Map<String, PostView> found = new HashMap<>();
        for (var id : postIds) {
            if (id.hashCode() % 2 == 0) {
                scene.post(id).view().ifPresent(post -> found.put(id, post));
            }
        }
        return CompletableFuture.completedFuture(found);
    }

    String now() {
        return streams.now().text();
    }

    UserPosition position(String text) {
        return streams.position(text);
    }

    boolean isTooOld(String position) {
        return streams.isTooOld(streams.position(position))
                .toCompletableFuture()
                .join();
    }

    /** That of one who is asked for as often as something may concern them. */
    Source<UserMoment, NotUsed> stream(String userId, Supplier<CompletionStage<Listener>> listener) {
        return new UserStream(feeds, new NewsDesk(sources), userId, listener, streams.now()).source();
    }

    /** The next that a user is told after a position. */
    List<UserMoment> take(String userId, Optional<String> after, int count) {
        var start = after.map(streams::position).orElseGet(streams::now);
        return streams.stream(userId, start)
                .filter(moment -> moment.news().isPresent())
                .take(count)
                .runWith(Sink.seq(), system)
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
