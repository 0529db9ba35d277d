package io.varve.http.post;

import io.varve.http.post.PostBodies.Comment;
import io.varve.http.post.PostBodies.Post;
import io.varve.http.post.PostBodies.Replies;
import io.varve.read.post.PostKey;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gathers comments and what answers them, level by level: the posts of a level are asked for together. */
final class CommentTree {
    private static final int REPLIES = 10;
    private static final int MAX_COMMENTS = 1_000;
    private static final int LANES = 8;

    private final PostViews views;
    private final PostReader reader;

    CommentTree(PostViews views, PostReader reader) {
        this.views = views;
        this.reader = reader;
    }

    /**
     * The comments that the viewer may see, in their order, each with its own.
     *
     * @param depth how many levels there may be, from 1
     */
    CompletionStage<List<Comment>> of(List<PostKey> comments, int depth, Optional<String> viewer) {
        var ids = ids(comments);
        return grow(ids, depth, MAX_COMMENTS - ids.size(), viewer).thenApply(grown -> pick(ids, grown));
    }

    /** @param budget how many more comments there may be below these */
    private CompletionStage<Map<String, Comment>> grow(
            List<String> ids, int depth, int budget, Optional<String> viewer) {
        return reader.visible(ids, viewer).thenCompose(posts -> {
            var answered = depth <= 1 ? List.<String>of() : answered(posts.values(), budget / REPLIES);
            return Concurrently.inLanes(LANES, answered, id -> views.comments(id, PageRequest.first(REPLIES)))
                    .thenCompose(pages -> {
                        var below = pages.stream()
                                .flatMap(page -> ids(page.items()).stream())
                                .toList();
                        return below.isEmpty()
                                ? CompletableFuture.completedFuture(comments(posts, Map.of()))
                                : grow(below, depth - 1, budget - below.size(), viewer)
                                        .thenApply(grown -> comments(posts, replies(answered, pages, grown)));
                    });
        });
    }

    /** Those that have answers, as many as may be asked for them; the oldest first. */
    private static List<String> answered(Collection<PostView> posts, int limit) {
        return posts.stream()
                .filter(post -> post.comments() > 0)
                .sorted((a, b) -> a.head().createdAt().compareTo(b.head().createdAt()))
                .limit(limit)
                .map(PostView::postId)
                .toList();
    }

    private static Map<String, Replies> replies(
            List<String> answered, List<Page<PostKey>> pages, Map<String, Comment> grown) {
        var replies = new HashMap<String, Replies>();
        for (int i = 0; i < answered.size(); i++) {
            var page = pages.get(i);
            var items = pick(ids(page.items()), grown);
            boolean more = page.nextCursor().isPresent();
            if (more || !items.isEmpty()) {
                replies.put(answered.get(i), new Replies(items, more));
            }
        }
        return replies;
    }

    private static Map<String, Comment> comments(Map<String, PostView> posts, Map<String, Replies> replies) {
        var comments = new HashMap<String, Comment>();
        posts.forEach((id, post) -> comments.put(id, new Comment(Post.of(post), Optional.ofNullable(replies.get(id)))));
        return comments;
    }

    private static List<Comment> pick(List<String> ids, Map<String, Comment> comments) {
        return ids.stream().map(comments::get).filter(Objects::nonNull).toList();
    }

    private static List<String> ids(List<PostKey> keys) {
        return keys.stream().map(PostKey::postId).toList();
    }
}
