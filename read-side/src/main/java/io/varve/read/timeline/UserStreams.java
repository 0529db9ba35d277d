package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.feed.EntityJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** What users who listen are told as it happens. */
public final class UserStreams {
    private final SocialFeeds feeds;
    private final FollowedPeople people;
    private final NewsDesk desk;
    private final Duration resumeWithin;

    UserStreams(SocialFeeds feeds, FollowedPeople people, NewsSources sources, Duration resumeWithin) {
        this.feeds = feeds;
        this.resumeWithin = resumeWithin;
        this.people = people;
        desk = new NewsDesk(sources);
        feeds.crowds().listen(people::take);
        feeds.crowds().listen(sources::take);
    }

    /** Those of a node, whatever its roles. Once for each process. */
    public static UserStreams of(Node node, CrowdViews crowds, SocialFeeds feeds, PostItems items) {
        var settings = FeedsSettings.of(node);
        var journal = new JournaledPosts(new EntityJournal(node.system()));
        return new UserStreams(
                feeds,
                new FollowedPeople(crowds, settings.listenersMib(), settings.forgetAfter()),
                new NewsSources(items, journal::post, crowds, settings.boostersMib(), settings.forgetAfter()),
                settings.resumeWithin());
    }

    /** Where whoever has had everything so far is. Does not block. */
    public UserPosition now() {
        return new UserPosition(
                feeds.posts().now(), feeds.crowds().now(), feeds.users().now());
    }

    /**
     * Reads {@link UserPosition#text()}, of any node.
     *
     * @throws io.varve.read.following.BadPositionException if it is none
     */
    public UserPosition position(String text) {
        return UserPosition.of(text, feeds);
    }

    /** Whether somebody at a position has been away for so long that they must begin anew: else one could have it all read. */
    public CompletionStage<Boolean> isTooOld(UserPosition position) {
        var oldest = Instant.now().minus(resumeWithin);
        return feeds.posts()
                .lacksBefore(position.posts(), oldest)
                .thenCombine(feeds.crowds().lacksBefore(position.crowds(), oldest), Boolean::logicalOr)
                .thenCombine(feeds.users().lacksBefore(position.users(), oldest), Boolean::logicalOr);
    }

    /**
     * What a user is told after a position, each thing once and without an end. What is told goes by whom the user follows
     * and has muted when it is told. Who is too slow for the memory of this process gets it from the journal's feed, and
     * misses nothing.
     */
    public Source<UserMoment, NotUsed> stream(String userId, UserPosition after) {
        return Source.lazySource(() -> new UserStream(feeds, desk, userId, () -> listener(userId), after).source())
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }

    private CompletionStage<Listener> listener(String userId) {
        return people.of(userId)
                .thenCombine(feeds.mutes().of(userId), (follows, muted) -> new Listener(userId, follows, muted));
    }
}
