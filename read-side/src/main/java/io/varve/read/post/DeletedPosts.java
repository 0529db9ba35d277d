package io.varve.read.post;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.table.Queries;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the views know of deleted posts. It is carried over when they are emptied to be filled anew: otherwise a text
 * would show once more until the filling comes to its deletion.
 */
public final class DeletedPosts {
    private static final int PAGE = 1_000;

    private final Queries queries;
    private final PreparedStatement page;

    /** @param session uses the keyspace, in which the views' tables exist */
    public DeletedPosts(CqlSession session) {
        queries = new Queries(session);
        page = queries.prepare("SELECT " + CassandraPostViews.COLUMNS
                + ", token(post_id) AS place FROM post_view WHERE token(post_id) > ? LIMIT " + PAGE);
    }

    /** Their rows as they are now. */
    public CompletionStage<List<Write>> rows() {
        return after(Long.MIN_VALUE, new ArrayList<>());
    }

    private CompletionStage<List<Write>> after(long token, List<Write> soFar) {
        return queries.all(page, token).thenCompose(rows -> {
            for (Row row : rows) {
                PostRow.read(row::getObject)
                        .filter(PostRow::deleted)
                        .map(PostViewHandler::deleted)
                        .ifPresent(soFar::addAll);
            }
            return rows.size() < PAGE
                    ? CompletableFuture.completedFuture(soFar)
                    : after(rows.get(PAGE - 1).getLong("place"), soFar);
        });
    }
}
