package io.varve.read.push;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.push.PushMessage.Target;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The messages in Cassandra. They are no view: a row goes when its message is done, which is the one thing of the read
 * side that is deleted.
 */
final class CassandraPushRows implements PushRows {
    private final CqlSession session;
    private final int worker;
    private final Queries queries;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement delete;

    /** @param worker whose messages they are */
    CassandraPushRows(CqlSession session, int worker) {
        this.session = session;
        this.worker = worker;
        queries = new Queries(session);
        select = queries.prepare(
                "SELECT user_id, endpoint, group_id, revision, at, content FROM push_outbox WHERE worker = ?");
        insert = queries.prepare("INSERT INTO push_outbox (worker, user_id, endpoint, group_id, revision, at, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        delete = queries.prepare("DELETE FROM push_outbox USING TIMESTAMP ?"
                + " WHERE worker = ? AND user_id = ? AND endpoint = ? AND group_id = ?");
    }

    @Override
    public CompletionStage<List<PushMessage>> all() {
        return queries.all(select, worker)
                .thenApply(rows -> rows.stream().map(CassandraPushRows::read).toList());
    }

    private static PushMessage read(Row row) {
        return new PushMessage(
                new Target(row.getString("user_id"), row.getString("endpoint")),
                row.getString("group_id"),
                row.getLong("revision"),
                row.getInstant("at"),
                row.getString("content"));
    }

    @Override
    public CompletionStage<Void> write(PushMessage message) {
        return execute(
                insert,
                worker,
                message.target().userId(),
                message.target().endpoint(),
                message.groupId(),
                message.revision(),
                message.at(),
                message.content(),
                message.revision());
    }

    @Override
    public CompletionStage<Void> delete(PushMessage message) {
        return execute(
                delete,
                message.revision(),
                worker,
                message.target().userId(),
                message.target().endpoint(),
                message.groupId());
    }

    private CompletionStage<Void> execute(PreparedStatement statement, Object... values) {
        return session.executeAsync(statement
                        .bind(values)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenApply(done -> null);
    }
}
