package io.varve.read.timeline;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostView;
import io.varve.read.post.PostViews;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Repeating;
import io.varve.read.user.Mutes;
import io.varve.read.user.UserViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feeds as they must be, computed plainly: everything that everybody whom the reader follows has written and boosted,
 * each post as its journal tells. It uses nothing of what feeds are shown from, and takes its time.
 */
final class FeedHistory {
    private static final int LANES = 8;
    private static final PageRequest FIRST = PageRequest.first(PageRequest.MAX_LIMIT);
    private static final Comparator<FeedItem> OLDEST_FIRST = Comparator.comparing(FeedItem::at)
            .thenComparing(item -> item.post().postId())
            .thenComparing(item -> item.boostedBy().orElse(item.post().head().author()))
            .thenComparing(item -> item.boostedBy().isPresent());

    private final UserViews users;
    private final PostViews posts;
    private final CrowdViews crowds;
    private final Function<String, CompletionStage<PostState>> journal;

    /** @param journal what the journal of a post tells */
    FeedHistory(
            UserViews users, PostViews posts, CrowdViews crowds, Function<String, CompletionStage<PostState>> journal) {
        this.users = users;
        this.posts = posts;
        this.crowds = crowds;
        this.journal = journal;
    }

    /** A post that may be in a feed, and why. */
    private record Candidate(String postId, String by, Optional<String> boostedBy, Instant at) {}

    CompletionStage<List<FeedItem>> feed(String userId) {
        return users.mutes(userId)
                .thenCompose(muted -> candidates(userId)
                        .thenCompose(candidates -> posts(candidates)
                                .thenApply(posts -> candidates.stream()
                                        .flatMap(each -> item(userId, muted, each, posts).stream())
                                        .sorted(OLDEST_FIRST.reversed())
                                        .toList())));
    }

    private static Optional<FeedItem> item(
            String userId, Mutes muted, Candidate candidate, Map<String, PostView> posts) {
        return Optional.ofNullable(posts.get(candidate.postId()))
                .filter(post -> FeedRules.shows(
                        userId, muted, candidate.by(), candidate.boostedBy().isPresent(), post))
                .map(post -> new FeedItem(post, candidate.boostedBy(), candidate.at()));
    }

    private CompletionStage<List<Candidate>> candidates(String userId) {
        return all(page -> crowds.subjects(CrowdRelation.FOLLOWERS, userId, page))
                .thenCompose(
                        followed -> Concurrently.inLanes(LANES, followed, author -> writtenAndBoosted(author.id())))
                .thenCombine(
                        written(userId),
                        (others, own) -> Stream.concat(others.stream().flatMap(List::stream), own.stream())
                                .toList());
    }

    private CompletionStage<List<Candidate>> writtenAndBoosted(String author) {
        return written(author)
                .thenCombine(
                        boosted(author),
                        (posts, boosts) ->
                                Stream.concat(posts.stream(), boosts.stream()).toList());
    }

    private CompletionStage<List<Candidate>> written(String author) {
        return all(page -> posts.byAuthor(author, page))
                .thenApply(posts -> posts.stream()
                        .map(post -> new Candidate(post.postId(), author, Optional.empty(), post.createdAt()))
                        .toList());
    }

    private CompletionStage<List<Candidate>> boosted(String by) {
        return all(page -> crowds.subjects(CrowdRelation.BOOSTS, by, page))
                .thenApply(posts -> posts.stream()
                        .map(post -> new Candidate(post.id(), by, Optional.of(by), post.since()))
                        .toList());
    }

    private CompletionStage<Map<String, PostView>> posts(List<Candidate> candidates) {
        var ids = candidates.stream().map(Candidate::postId).distinct().toList();
        return Concurrently.inLanes(LANES, ids, this::post)
                .thenApply(found -> found.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(PostView::postId, Function.identity())));
    }

    /** The counts are those of the views, which add up what the buckets' events say. */
    private CompletionStage<Optional<PostView>> post(String postId) {
        return journal.apply(postId)
                .thenCombine(
                        crowds.counts(postId),
                        (post, counts) -> post.view()
                                .map(view -> new PostView(
                                        view.head(),
                                        view.text(),
                                        view.deleted(),
                                        view.editedAt(),
                                        counts.getOrDefault(CrowdRelation.LIKES, 0L),
                                        counts.getOrDefault(CrowdRelation.BOOSTS, 0L),
                                        counts.getOrDefault(CrowdRelation.COMMENTS, 0L),
                                        view.revision())));
    }

    /** A list to its end. */
    static <T> CompletionStage<List<T>> all(Function<PageRequest, CompletionStage<Page<T>>> list) {
        List<T> items = new ArrayList<>();
        var next = new AtomicReference<>(FIRST);
        return Repeating.whileTrue(() -> list.apply(next.get()).thenApply(page -> {
                    items.addAll(page.items());
                    page.nextCursor().ifPresent(cursor -> next.set(FIRST.after(cursor)));
                    return page.nextCursor().isPresent();
                }))
                .thenApply(done -> items);
    }
}
