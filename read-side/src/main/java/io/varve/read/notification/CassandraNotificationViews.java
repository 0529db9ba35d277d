package io.varve.read.notification;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Notifications in Cassandra. */
public final class CassandraNotificationViews extends StoredNotificationViews {
    private final Queries queries;
    private final PreparedStatement readUpTo;
    private final PreparedStatement groups;
    private final PreparedStatement grownAfter;

    public CassandraNotificationViews(CqlSession session) {
        queries = new Queries(session);
        readUpTo = queries.prepare("SELECT read_up_to FROM user_view WHERE user_id = ?");
        groups = queries.prepare("SELECT first_revision, reason, subject, thread, post_id, actors, count, at, revision"
                + " FROM user_notification WHERE user_id = ? AND first_revision < ? LIMIT ?");
        // Filtering stays within the one partition that is named.
        grownAfter = queries.prepare(
                "SELECT COUNT(*) FROM user_notification WHERE user_id = ? AND revision > ? ALLOW FILTERING");
    }

    @Override
    CompletionStage<Long> readUpTo(String userId) {
        // What is not there yet reads as 0.
        return queries.one(readUpTo, userId)
                .thenApply(row -> row.map(found -> found.getLong("read_up_to")).orElse(0L));
    }

    @Override
    CompletionStage<List<NotificationView>> groups(String userId, long beforeRevision, int limit, long readUpTo) {
        return queries.all(groups, userId, beforeRevision, limit)
                .thenApply(rows -> rows.stream()
                        .map(row -> NotificationRow.read(row::getObject, readUpTo))
                        .toList());
    }

    @Override
    CompletionStage<Long> grownAfter(String userId, long revision) {
        return queries.one(grownAfter, userId, revision)
                .thenApply(row -> row.orElseThrow().getLong(0));
    }
}
