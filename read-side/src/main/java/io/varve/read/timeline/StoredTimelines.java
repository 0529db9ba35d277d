package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.feed.EntityJournal;
import io.varve.read.post.PostViews;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.user.UserViews;
import java.util.concurrent.CompletionStage;

/** Feeds out of the rows that {@link FanOut} writes. */
final class StoredTimelines implements Timelines {
    private final FeedReader reader;
    private final FeedVerifier verifier;

    StoredTimelines(FeedReader reader, FeedVerifier verifier) {
        this.reader = reader;
        this.verifier = verifier;
    }

    static CompletionStage<Timelines> start(
            Node node, UserViews users, PostViews posts, CrowdViews crowds, SocialFeeds feeds, PostItems items) {
        var settings = FeedsSettings.of(node);
        var sources = new CassandraFeedSources(node.session());
        var history = new FeedHistory(users, posts, crowds, new JournaledPosts(new EntityJournal(node.system()))::post);
        return BigAuthors.start(node.system(), sources).thenApply(big -> {
            var followed = new FollowedBigAuthors(sources, big, settings.bigFollowedMib(), settings.forgetAfter());
            var newest = new NewestOfBigAuthors(sources, big, settings.bigAuthorsMib(), settings.forgetAfter());
            feeds.crowds().listen(followed::take);
            feeds.crowds().listen(newest::takeBoost);
            feeds.posts().listen(newest::takePost);
            var reader = new FeedReader(sources, big, followed, newest, items, feeds.mutes()::of);
            return new StoredTimelines(reader, new FeedVerifier(history::feed, reader::feed));
        });
    }

    @Override
    public CompletionStage<Page<FeedItem>> feed(String userId, PageRequest page) {
        return reader.feed(userId, page);
    }

    @Override
    public CompletionStage<FeedVerification> verify(String userId) {
        return verifier.verify(userId);
    }
}
