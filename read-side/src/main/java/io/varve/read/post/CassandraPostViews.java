package io.varve.read.post;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Posts in Cassandra. Filtering stays within the one partition that is named. */
public final class CassandraPostViews extends StoredPostViews {
    private static final String AND_NOT_DELETED = " AND deleted = false";
    private static final String LIMIT = " LIMIT ? ALLOW FILTERING";

    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement versions;
    private final PreparedStatement byAuthor;
    private final PreparedStatement countByAuthor;
    private final PreparedStatement comments;
    private final PreparedStatement months;
    private final PreparedStatement byHashtag;

    /** @param crowds to count likes, boosts and comments */
    public CassandraPostViews(CqlSession session, CrowdViews crowds) {
        super(crowds);
        queries = new Queries(session);
        byId = queries.prepare(
                "SELECT post_id, author, visibility, followers_of, others, in_reply_to, root,"
                        + " mentions, hashtags, created_at, text, deleted, edited_at, revision FROM post_view WHERE post_id = ?");
        versions = queries.prepare("SELECT revision, at, asked_by, text, deleted FROM post_version WHERE post_id = ?");
        byAuthor = queries.prepare("SELECT post_id, created_at FROM post_by_author WHERE author = ?"
                + " AND comment = false AND (created_at, post_id) < (?, ?)" + AND_NOT_DELETED + LIMIT);
        countByAuthor = queries.prepare("SELECT COUNT(*) FROM post_by_author WHERE author = ? AND comment = ?"
                + AND_NOT_DELETED + " ALLOW FILTERING");
        comments = queries.prepare("SELECT comment_id, created_at FROM comment_by_post WHERE post_id = ?"
                + " AND (created_at, comment_id) > (?, ?)" + AND_NOT_DELETED + LIMIT);
        months = queries.prepare("SELECT month FROM hashtag_month WHERE tag = ? AND month <= ?");
        byHashtag = queries.prepare("SELECT post_id, created_at FROM post_by_hashtag WHERE tag = ? AND month = ?"
                + " AND (created_at, post_id) < (?, ?) AND present = true" + LIMIT);
    }

    @Override
    CompletionStage<Optional<PostRow>> row(String postId) {
        return queries.one(byId, postId).thenApply(row -> row.flatMap(found -> PostRow.read(found::getObject)));
    }

    @Override
    CompletionStage<List<PostVersion>> versions(String postId) {
        return queries.all(versions, postId)
                .thenApply(rows -> rows.stream()
                        .flatMap(row -> PostRow.readVersion(row::getObject).stream())
                        .toList());
    }

    @Override
    CompletionStage<List<PostKey>> byAuthor(String author, PostKey after, int limit) {
        return queries.all(byAuthor, author, after.createdAt(), after.postId(), limit)
                .thenApply(rows -> keys(rows, "post_id"));
    }

    @Override
    public CompletionStage<Long> countByAuthor(String author) {
        return Concurrently.forEach(List.of(false, true), comments -> queries.one(countByAuthor, author, comments))
                .thenApply(counts -> counts.stream()
                        .mapToLong(row -> row.orElseThrow().getLong(0))
                        .sum());
    }

    @Override
    CompletionStage<List<PostKey>> comments(String postId, PostKey after, int limit) {
        return queries.all(comments, postId, after.createdAt(), after.postId(), limit)
                .thenApply(rows -> keys(rows, "comment_id"));
    }

    @Override
    CompletionStage<List<Integer>> months(String tag, int latest) {
        return queries.all(months, tag, latest)
                .thenApply(rows -> rows.stream().map(row -> row.getInt("month")).toList());
    }

    @Override
    CompletionStage<List<PostKey>> byHashtag(String tag, int month, PostKey after, int limit) {
        return queries.all(byHashtag, tag, month, after.createdAt(), after.postId(), limit)
                .thenApply(rows -> keys(rows, "post_id"));
    }

    private static List<PostKey> keys(List<Row> rows, String id) {
        return rows.stream().map(row -> PostRow.readKey(row::getObject, id)).toList();
    }
}
