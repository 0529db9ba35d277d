package io.varve.read.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which entities the journal's table has, and how far each has come. Their events are the feed's to read. */
final class JournalEntities {
    private static final int PAGE = 500;

    private final Queries queries;
    private final PreparedStatement page;
    private final PreparedStatement last;

    /** @param session uses the keyspace, in which the journal's table exists */
    JournalEntities(CqlSession session) {
        queries = new Queries(session);
        page = queries.prepare("SELECT DISTINCT persistence_id, partition_nr, token(persistence_id, partition_nr)"
                + " FROM messages WHERE token(persistence_id, partition_nr) > ? LIMIT " + PAGE);
        last = queries.prepare("SELECT sequence_nr FROM messages WHERE persistence_id = ? AND partition_nr = ?"
                + " ORDER BY sequence_nr DESC LIMIT 1");
    }

    /**
     * A part of the journal's entities, in the order of their tokens.
     *
     * @param next where to go on; empty at the end
     */
    record Page(List<String> persistenceIds, Optional<Long> next) {}

    /** The token before that of any entity. */
    static final long START = Long.MIN_VALUE;

    /** The entities after a token. Nothing is kept between two pages, so each may be asked for again. */
    CompletionStage<Page> after(long token) {
        return queries.all(page, token).thenApply(JournalEntities::page);
    }

    private static Page page(List<Row> rows) {
        // A long entity has several partitions; the first of them stands for it.
        var ids = rows.stream()
                .filter(row -> row.getLong(1) == 0)
                .map(row -> row.getString(0))
                .toList();
        return new Page(
                ids,
                rows.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).getLong(2)));
    }

    /** The entity's last revision, 0 when there is none. */
    CompletionStage<Long> last(String persistenceId) {
        return last(persistenceId, 0, 0);
    }

    /** An entity's partitions follow one another, whatever their size: the last is the one before an empty one. */
    private CompletionStage<Long> last(String persistenceId, long partition, long soFar) {
        return queries.one(last, persistenceId, partition)
                .thenCompose(row -> row.isEmpty()
                        ? CompletableFuture.completedFuture(soFar)
                        : last(persistenceId, partition + 1, row.get().getLong(0)));
    }
}
