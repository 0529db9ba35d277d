package io.varve.read.post;

import io.varve.read.crowd.CrowdViews;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.table.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Posts out of rows, wherever these are kept. */
abstract class StoredPostViews implements PostViews {
    private final CrowdViews crowds;

    StoredPostViews(CrowdViews crowds) {
        this.crowds = crowds;
    }

    abstract CompletionStage<Optional<PostRow>> row(String postId);

    /** The versions of a post, the first one first. */
    abstract CompletionStage<List<PostVersion>> versions(String postId);

    /** Posts of an author, no comments, that are not deleted: those after a place. */
    abstract CompletionStage<List<PostKey>> byAuthor(String author, PostKey after, int limit);

    /** Answers to a post that are not deleted: those after a place. */
    abstract CompletionStage<List<PostKey>> comments(String postId, PostKey after, int limit);

    /** The months that have posts with a hashtag, none later than the given one, the latest first. */
    abstract CompletionStage<List<Integer>> months(String tag, int latest);

    /** Posts of a month that have a hashtag: those after a place. */
    abstract CompletionStage<List<PostKey>> byHashtag(String tag, int month, PostKey after, int limit);

    @Override
    public CompletionStage<Optional<PostView>> post(String postId) {
        return row(postId)
                .thenCompose(row -> row.map(found -> view(found).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    @Override
    public CompletionStage<Optional<PostView>> uncounted(String postId) {
        return row(postId).thenApply(row -> row.map(found -> found.view(Map.of())));
    }

    @Override
    public CompletionStage<Reading<PostView>> post(String postId, long minRevision, Duration wait) {
        return Awaiting.revision(() -> row(postId), PostRow::revision, minRevision, wait)
                .thenCompose(reading -> reading.thenCompose(row -> view(row).thenApply(Reading.Found::new)));
    }

    private CompletionStage<PostView> view(PostRow row) {
        return crowds.counts(row.head().postId()).thenApply(row::view);
    }

    @Override
    public CompletionStage<Long> revision(String postId) {
        return row(postId).thenApply(row -> row.map(PostRow::revision).orElse(0L));
    }

    /**
     * The texts of what is deleted are gone from the rows as well; whether each of them is must not matter here, nor
     * whether the deletion is among the versions yet.
     */
    @Override
    public CompletionStage<List<PostVersion>> history(String postId) {
        return versions(postId).thenCombine(row(postId), (versions, row) -> {
            boolean isDeleted =
                    row.map(PostRow::deleted).orElse(false) || versions.stream().anyMatch(PostVersion::deleted);
            return isDeleted ? versions.stream().map(PostVersion::withoutText).toList() : versions;
        });
    }

    @Override
    public CompletionStage<Page<PostKey>> byAuthor(String author, PageRequest page) {
        return byAuthor(author, PostPages.BY_AUTHOR.after(page), page.limit() + 1)
                .thenApply(keys -> PostPages.BY_AUTHOR.cut(keys, page.limit()));
    }

    @Override
    public CompletionStage<Page<PostKey>> comments(String postId, PageRequest page) {
        return comments(postId, PostPages.COMMENTS.after(page), page.limit() + 1)
                .thenApply(keys -> PostPages.COMMENTS.cut(keys, page.limit()));
    }

    @Override
    public CompletionStage<Page<PostKey>> byHashtag(String tag, PageRequest page) {
        var after = PostPages.BY_HASHTAG.after(page);
        return months(tag, Times.month(after.createdAt()))
                .thenCompose(months -> collect(tag, months, after, page.limit() + 1, new ArrayList<>()))
                .thenApply(keys -> PostPages.BY_HASHTAG.cut(keys, page.limit()));
    }

    /** Goes from month to month until there are enough. */
    private CompletionStage<List<PostKey>> collect(
            String tag, List<Integer> monthsLeft, PostKey after, int wanted, List<PostKey> soFar) {
        if (monthsLeft.isEmpty() || soFar.size() >= wanted) {
            return CompletableFuture.completedFuture(soFar);
        }
        return byHashtag(tag, monthsLeft.get(0), after, wanted - soFar.size()).thenCompose(found -> {
            soFar.addAll(found);
            return collect(tag, monthsLeft.subList(1, monthsLeft.size()), after, wanted, soFar);
        });
    }
}
