package io.varve.read.timeline;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.node.Node;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import io.varve.read.table.Queries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Posts that somebody has asked for, out of their views and, from then on, out of the feeds of posts and crowds. */
final class FollowedPosts implements PostItems {
    private final PostViews views;
    private final Queries queries;
    private final PreparedStatement counts;
    private final AtHand<PostState> posts;

    FollowedPosts(PostViews views, CqlSession session, FeedsSettings settings) {
        this.views = views;
        queries = new Queries(session);
        counts = queries.prepare("SELECT relation, bucket, count, revision FROM crowd_count WHERE subject = ?");
        posts = new AtHand<>(settings.postsMib(), settings.forgetAfter(), PostState.NOTHING, this::read);
    }

    static PostItems over(Node node, PostViews views, SocialFeeds feeds) {
        var items = new FollowedPosts(views, node.session(), FeedsSettings.of(node));
        feeds.posts().listen(items::take);
        feeds.crowds().listen(items::takeCount);
        return items;
    }

    private void take(Happened<PostEvent> happened) {
        posts.change(happened.entityId(), post -> post.withEvent(happened));
    }

    private void takeCount(Happened<CrowdEvent> happened) {
        if (PostCounts.isShown(happened.event().relation())) {
            posts.change(happened.event().subject(), post -> post.withCount(happened));
        }
    }

    @Override
    public CompletionStage<Map<String, PostView>> posts(Collection<String> postIds) {
        Map<String, PostView> found = new HashMap<>(2 * postIds.size());
        List<String> missing = new ArrayList<>();
        for (var id : postIds) {
            var post = posts.ifKnown(id);
            if (post == null) {
                missing.add(id);
            } else {
                post.view().ifPresent(view -> found.put(id, view));
            }
        }
        return missing.isEmpty()
                ? CompletableFuture.completedFuture(found)
                : Concurrently.forEach(missing, this::look).thenApply(views -> {
                    views.forEach(view -> view.ifPresent(post -> found.put(post.postId(), post)));
                    return found;
                });
    }

    private CompletionStage<Optional<PostView>> look(String postId) {
        return posts.get(postId).thenApply(post -> {
            if (post.view().isEmpty()) {
                // It may be on its way into the views.
                posts.forget(postId);
            }
            return post.view();
        });
    }

    private CompletionStage<PostState> read(String postId) {
        return views.uncounted(postId)
                .thenCombine(counts(postId), (post, found) -> new PostState(post.orElse(null), found));
    }

    private CompletionStage<PostCounts> counts(String postId) {
        return queries.all(counts, postId).thenApply(rows -> {
            var all = PostCounts.NONE;
            for (var row : rows) {
                all = all.with(CrowdRelation.of(row.getString(0)), row.getInt(1), row.getLong(2), row.getLong(3));
            }
            return all;
        });
    }
}
