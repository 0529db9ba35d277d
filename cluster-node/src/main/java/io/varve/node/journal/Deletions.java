package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Deletes of journals, and notes how far in the stock journal's table: so a number that was given out once is not given
 * out again when nothing else is left.
 */
final class Deletions {
    private final CqlSession session;
    private final EntityWrites writes;
    private final JournalReader reader;
    private final PreparedStatement insertDeletedTo;
    private final PreparedStatement deleteMessages;

    Deletions(CqlSession session, EntityWrites writes, JournalReader reader) {
        this.session = session;
        this.writes = writes;
        this.reader = reader;
        insertDeletedTo = session.prepare("INSERT INTO metadata (persistence_id, deleted_to) VALUES (?, ?)");
        deleteMessages = session.prepare(
                "DELETE FROM messages WHERE persistence_id = ? AND partition_nr = ? AND sequence_nr <= ?");
    }

    /** Deletes a journal up to a sequence number that it has reached. How far is written first. */
    CompletionStage<Void> deleteTo(String persistenceId, long to) {
        return reader.deletedTo(persistenceId).thenCompose(before -> {
            if (to <= before) {
                return CompletableFuture.completedFuture(null);
            }
            CompletionStage<AsyncResultSet> deleted = execute(insertDeletedTo, persistenceId, to);
            // A write that does not fit a partition is in the next one.
            for (long nr = writes.partitionNr(Math.max(1, before)); nr <= writes.partitionNr(to) + 1; nr++) {
                long partitionNr = nr;
                deleted = deleted.thenCompose(done -> execute(deleteMessages, persistenceId, partitionNr, to));
            }
            return deleted.thenApply(done -> null);
        });
    }

    private CompletionStage<AsyncResultSet> execute(PreparedStatement statement, Object... values) {
        return session.executeAsync(statement
                .bind(values)
                .setConsistencyLevel(JournalStatements.CONSISTENCY)
                .setIdempotent(true));
    }
}
