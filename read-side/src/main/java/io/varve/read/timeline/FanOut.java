package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.post.PostEvent;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Brings posts and boosts into feeds. Each step reads what another projection has written, after its own rows are
 * written: of a post and a follower that come at the same time, one sees the other.
 */
public final class FanOut {
    private final PostFanOut posts;
    private final CrowdFanOut crowds;

    FanOut(FeedSources sources, BigAuthors big, int upToFollowers, RowStore rows) {
        posts = new PostFanOut(sources, big, upToFollowers, rows);
        crowds = new CrowdFanOut(sources, big, upToFollowers, rows);
    }

    /** That of a node, in whose keyspace the tables exist; complete when it may begin. */
    public static CompletionStage<FanOut> of(Node node, RowStore rows) {
        var settings = FeedsSettings.of(node);
        var sources = new CassandraFeedSources(node.session());
        return BigAuthors.start(node.system(), sources)
                .thenApply(big -> new FanOut(sources, big, settings.fanOutUpToFollowers(), rows));
    }

    /** What is to be done when the views have these events; again, it changes nothing. */
    public CompletionStage<Void> ofPosts(List<Happened<PostEvent>> events) {
        return posts.fanOut(events);
    }

    /** What is to be done when the views have these events; again, it changes nothing. */
    public CompletionStage<Void> ofCrowds(List<Happened<CrowdEvent>> events) {
        return crowds.fanOut(events);
    }
}
