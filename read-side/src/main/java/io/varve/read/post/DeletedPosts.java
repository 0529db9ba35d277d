package io.varve.read.post;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.table.Queries;
import io.varve.read.table.RowStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * That posts are deleted is carried over when the views are emptied to be filled anew: otherwise a text would show once
 * more until the filling comes to its deletion.
 */
public final class DeletedPosts {
    private static final int PAGE = 1_000;

    private final Queries queries;
    private final PreparedStatement page;

    /** @param session uses the keyspace, in which the views' tables exist */
    public DeletedPosts(CqlSession session) {
        queries = new Queries(session);
        page = queries.prepare("SELECT post_id, deleted, revision, token(post_id) AS place FROM post_view"
                + " WHERE token(post_id) > ? LIMIT " + PAGE);
    }

    /** A post and the revision of its deletion: no more of it, since there may be very many. */
    public record Deletion(String postId, long revision) {}

    /** All that the views know of. */
    public CompletionStage<List<Deletion>> read() {
        return readAfter(Long.MIN_VALUE, new ArrayList<>());
    }

    private CompletionStage<List<Deletion>> readAfter(long token, List<Deletion> soFar) {
        return queries.all(page, token).thenCompose(rows -> {
            for (var row : rows) {
                if (row.getBoolean("deleted")) {
                    soFar.add(new Deletion(row.getString("post_id"), row.getLong("revision")));
                }
            }
            return rows.size() < PAGE
                    ? CompletableFuture.completedFuture(soFar)
                    : readAfter(rows.get(PAGE - 1).getLong("place"), soFar);
        });
    }

    /** Writes them into views that lack them: whatever else of these posts comes has no text. */
    public static CompletionStage<Void> write(List<Deletion> deletions, RowStore rows) {
        var now = deletions.subList(0, Math.min(PAGE, deletions.size()));
        var later = deletions.subList(now.size(), deletions.size());
        var written = rows.write(now.stream().map(PostViewHandler::deleted).toList());
        return later.isEmpty() ? written : written.thenCompose(done -> write(later, rows));
    }
}
