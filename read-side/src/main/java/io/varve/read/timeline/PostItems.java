package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Posts with their counts, from memory where they are known; deleted ones too. */
public interface PostItems {
    /** Those of a node, whatever its roles. Once for each process. */
    static PostItems of(Node node, PostViews views, SocialFeeds feeds) {
        return FollowedPosts.over(node, views, feeds);
    }

    /** Those of the posts that exist, by id. */
    CompletionStage<Map<String, PostView>> posts(Collection<String> postIds);
}
