package io.varve.read.timeline;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdMember;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostView;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What is looked up to tell of an event. Many listeners ask the same at the same time. */
final class NewsSources {
    private static final int MOST_ASKED = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PostItems items;
    private final Function<String, CompletionStage<PostState>> journal;
    private final CrowdViews crowds;
    private final AsyncCache<String, Optional<List<String>>> boosters = Caffeine.newBuilder()
            .maximumSize(MOST_ASKED)
            .expireAfterWrite(FRESH)
            .buildAsync();

    /** @param journal has every post, without its counts */
    NewsSources(PostItems items, Function<String, CompletionStage<PostState>> journal, CrowdViews crowds) {
        this.items = items;
        this.journal = journal;
        this.crowds = crowds;
    }

    /** The post as it is now, at a revision at least. What the views do not have yet the journal has. */
    CompletionStage<Optional<PostView>> post(String postId, long minRevision) {
        return items.posts(List.of(postId)).thenCompose(found -> {
            var post = found.get(postId);
            return post != null && post.revision() >= minRevision
                    ? CompletableFuture.completedFuture(Optional.of(post))
                    : journal.apply(postId)
                            .thenApply(state ->
                                    state.view().map(journaled -> post == null ? journaled : counted(journaled, post)));
        });
    }

    private static PostView counted(PostView post, PostView counts) {
        return new PostView(
                post.head(),
                post.text(),
                post.deleted(),
                post.editedAt(),
                counts.likes(),
                counts.boosts(),
                counts.comments(),
                post.revision());
    }

    /** Who has passed a post on; empty when they are too many to be asked for. */
    CompletionStage<Optional<List<String>>> boosters(String postId) {
        return boosters.get(
                postId,
                (id, executor) -> crowds.members(CrowdRelation.BOOSTS, id, PageRequest.first(PageRequest.MAX_LIMIT))
                        .thenApply(page -> page.nextCursor().isPresent()
                                ? Optional.<List<String>>empty()
                                : Optional.of(page.items().stream()
                                        .map(CrowdMember::id)
                                        .toList()))
                        .toCompletableFuture());
    }
}
