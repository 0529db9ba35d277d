package io.varve.http.post;

import io.varve.http.social.Actor;
import io.varve.http.social.PostCommands;
import io.varve.http.social.VisiblePosts;
import io.varve.http.web.Answers;
import io.varve.http.web.Fields;
import io.varve.http.web.Found;
import io.varve.http.web.Requests;
import io.varve.read.post.PostKey;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import io.varve.read.query.Page;
import io.varve.read.timeline.PostItems;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Reads the posts that a viewer may see. */
public final class PostReader {
    private final PostCommands posts;
    private final PostViews views;
    private final PostItems items;
    private final VisiblePosts visible;

    /** @param items for lists of posts, which need not wait for a revision */
    public PostReader(PostCommands posts, PostViews views, PostItems items, VisiblePosts visible) {
        this.posts = posts;
        this.views = views;
        this.items = items;
        this.visible = visible;
    }

    /** Who looks, if the request says so. */
    static Optional<String> viewer(HttpRequest request) {
        return Requests.text(request, "viewer").map(viewer -> Actor.reader(request, "viewer", viewer));
    }

    /**
     * The post that a path names, at the revision that the request asks for, also a deleted one; the stage fails with
     * {@code post-not-found} for one that the viewer of the request may not see.
     */
    CompletionStage<PostView> find(HttpRequest request, String postId) {
        var viewer = viewer(request);
        String id = Fields.id("postId", postId);
        long minRevision = Requests.minRevision(request);
        return asked(id, minRevision, viewer)
                .thenCompose(may -> views.post(id, minRevision, Requests.viewWait(request)))
                .thenApply(reading -> Found.in(reading, PostCommands.notFound("postId")))
                .thenCompose(
                        view -> visible.require("postId", view.head(), viewer).thenApply(head -> view));
    }

    /**
     * Whether a post is hidden from the viewer must be known before a view is waited for: the waiting would tell that post
     * from one that is not there.
     */
    private CompletionStage<?> asked(String postId, long minRevision, Optional<String> viewer) {
        return minRevision <= 0
                ? CompletableFuture.completedFuture(null)
                : posts.look("postId", postId).thenCompose(post -> visible.require("postId", post.head(), viewer));
    }

    /** Like {@link #find}, failing the stage with {@code post-deleted} for one that is. */
    CompletionStage<PostView> findStanding(HttpRequest request, String postId) {
        return find(request, postId).thenApply(view -> {
            if (view.deleted()) {
                throw PostCommands.deleted("postId");
            }
            return view;
        });
    }

    /** Those of the posts, by id, that are there and that the viewer may see. */
    public CompletionStage<Map<String, PostView>> visible(Collection<String> postIds, Optional<String> viewer) {
        return items.posts(postIds)
                .thenCompose(found -> visible.among(
                        found.values().stream().filter(post -> !post.deleted()).toList(), PostView::head, viewer))
                .thenApply(seen -> seen.stream().collect(Collectors.toMap(PostView::postId, Function.identity())));
    }

    /** A page of posts, without those that the viewer may not see. */
    CompletionStage<HttpResponse> page(HttpRequest request, Page<PostKey> page, Optional<String> viewer) {
        var ids = page.items().stream().map(PostKey::postId).toList();
        return visible(ids, viewer).thenApply(posts -> {
            var shown = ids.stream().map(posts::get).filter(Objects::nonNull).toList();
            return Answers.page(request, new Page<>(shown, page.nextCursor()), PostBodies.Post::of);
        });
    }
}
