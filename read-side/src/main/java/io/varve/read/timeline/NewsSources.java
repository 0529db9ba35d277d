package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdMember;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostView;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is looked up to tell of an event. Many listeners ask the same at the same time. */
final class NewsSources {
    private static final int MOST_BOOSTERS = PageRequest.MAX_LIMIT;

    private final PostItems items;
    private final Function<String, CompletionStage<PostState>> journal;
    private final CrowdViews crowds;
    private final AtHand<KnownIds> boosters;

    /**
     * @param journal has every post, without its counts
     * @param mib how much memory it takes to know who has passed posts on
     * @param forgetAfter after what time that is read anew
     */
    NewsSources(
            PostItems items,
            Function<String, CompletionStage<PostState>> journal,
            CrowdViews crowds,
            int mib,
            Duration forgetAfter) {
        this.items = items;
        this.journal = journal;
        this.crowds = crowds;
        boosters = new AtHand<>(mib, forgetAfter, KnownIds.NONE, this::readBoosters);
    }

    void take(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event.relation() == CrowdRelation.BOOSTS) {
            boolean there = event instanceof Joined;
            boosters.change(event.subject(), had -> had.size() < MOST_BOOSTERS ? had.with(event.member(), there) : had);
        }
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

    /** Who has passed a post on; empty when they are too many to be told apart. */
    CompletionStage<Optional<List<String>>> boosters(String postId) {
        return boosters.get(postId)
                .thenApply(known ->
                        known.size() < MOST_BOOSTERS ? Optional.of(known.all().toList()) : Optional.empty());
    }

    private CompletionStage<KnownIds> readBoosters(String postId) {
        return crowds.members(CrowdRelation.BOOSTS, postId, PageRequest.first(MOST_BOOSTERS))
                .thenApply(page ->
                        new KnownIds(page.items().stream().map(CrowdMember::id).collect(Collectors.toSet()), Map.of()));
    }
}
