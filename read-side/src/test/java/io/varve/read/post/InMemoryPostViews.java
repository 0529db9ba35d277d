package io.varve.read.post;

import static java.util.Comparator.comparing;

import io.varve.read.crowd.CrowdViews;
import io.varve.read.table.InMemoryRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

public final class InMemoryPostViews extends StoredPostViews {
    private final InMemoryRows rows;

    public InMemoryPostViews(InMemoryRows rows, CrowdViews crowds) {
        super(crowds);
        this.rows = rows;
    }

    @Override
    CompletionStage<Optional<PostRow>> row(String postId) {
        return CompletableFuture.completedFuture(
                rows.one(PostViewHandler.TABLE, postId).flatMap(PostRow::read));
    }

    @Override
    CompletionStage<List<PostVersion>> versions(String postId) {
        return CompletableFuture.completedFuture(where(PostVersionHandler.TABLE, "post_id", postId)
                .flatMap(row -> PostRow.readVersion(row).stream())
                .sorted(comparing(PostVersion::revision))
                .toList());
    }

    private Stream<Function<String, Object>> where(String table, String column, Object value) {
        return rows.all(table).stream().filter(row -> value.equals(row.apply(column)));
    }

    private static CompletionStage<List<PostKey>> after(
            PostKey place, Stream<Function<String, Object>> rows, String id, PostPages list, int limit) {
        Comparator<PostKey> order = list.order();
        return CompletableFuture.completedFuture(rows.map(row -> PostRow.readKey(row, id))
                .filter(key -> order.compare(key, place) > 0)
                .sorted(order)
                .limit(limit)
                .toList());
    }

    @Override
    CompletionStage<List<PostKey>> byAuthor(String author, PostKey after, int limit) {
        var posts = standingOf(author).filter(row -> row.apply("comment").equals(false));
        return after(after, posts, "post_id", PostPages.BY_AUTHOR, limit);
    }

    private Stream<Function<String, Object>> standingOf(String author) {
        return where(PostByAuthorHandler.TABLE, "author", author)
                .filter(row -> row.apply("deleted").equals(false));
    }

    @Override
    public CompletionStage<Long> countByAuthor(String author) {
        return CompletableFuture.completedFuture(standingOf(author).count());
    }

    @Override
    CompletionStage<List<PostKey>> comments(String postId, PostKey after, int limit) {
        var comments = where(CommentByPostHandler.TABLE, "post_id", postId)
                .filter(row -> row.apply("deleted").equals(false));
        return after(after, comments, "comment_id", PostPages.COMMENTS, limit);
    }

    @Override
    CompletionStage<List<Integer>> months(String tag, int latest) {
        return CompletableFuture.completedFuture(where(PostByHashtagHandler.MONTHS_TABLE, "tag", tag)
                .map(row -> (Integer) row.apply("month"))
                .filter(month -> month <= latest)
                .sorted(Comparator.reverseOrder())
                .toList());
    }

    @Override
    CompletionStage<List<PostKey>> byHashtag(String tag, int month, PostKey after, int limit) {
        var tagged = where(PostByHashtagHandler.TABLE, "tag", tag)
                .filter(row -> row.apply("month").equals(month))
                .filter(row -> row.apply("present").equals(true));
        return after(after, tagged, "post_id", PostPages.BY_HASHTAG, limit);
    }
}
