package io.varve.read.feed;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.node.entity.Journaled;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;

/** The feed's log in Cassandra, as a reader sees it. */
final class FeedTable {
    private final CqlSession session;
    private final Executor executor;
    private final Serialization serialization;
    private final PreparedStatement selectRows;
    private final PreparedStatement selectLast;
    private final PreparedStatement selectWriters;

    /**
     * Rows of one slice and journal.
     *
     * @param confirmed the number up to which the writer of the rows says that all are durable
     */
    record Rows(List<FeedRow> rows, long confirmed) {}

    FeedTable(ActorSystem<?> system, CqlSession session) {
        this.session = session;
        executor = system.executionContext();
        serialization = SerializationExtension.get(system);
        selectRows = session.prepare(
                "SELECT number, confirmed, persistence_id, sequence_nr, ser_id, ser_manifest, events FROM feed_log"
                        + " WHERE kind = ? AND writer = ? AND block = ? AND slice = ? AND number > ? LIMIT ?");
        selectLast =
                session.prepare("SELECT number FROM feed_log WHERE kind = ? AND writer = ? AND block = ? AND slice = ?"
                        + " ORDER BY slice DESC, number DESC LIMIT 1");
        selectWriters = session.prepare("SELECT writer, closed FROM feed_writer WHERE feed = 'feed'");
    }

    /** All journals that ever were, and whether they are known to be dead. */
    CompletionStage<SortedMap<Integer, Boolean>> writers() {
        return session.executeAsync(selectWriters.bind().setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM))
                .thenCompose(result -> collect(result, new ArrayList<>()))
                .thenApply(rows -> {
                    SortedMap<Integer, Boolean> writers = new TreeMap<>();
                    rows.forEach(row -> writers.put(row.getInt("writer"), row.getBoolean("closed")));
                    return writers;
                });
    }

    /** The rows after a number, as far as the block of the next one goes. */
    CompletionStage<Rows> rows(int writer, String kind, int slice, long after, int limit) {
        var query = selectRows.bind(kind, writer, FeedLog.blockOf(after + 1), slice, after, limit);
        return session.executeAsync(
                        query.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM).setIdempotent(true))
                .thenCompose(result -> collect(result, new ArrayList<>()))
                .thenApplyAsync(this::rows, executor);
    }

    /** The number of the last row, confirmed or not; 0 when there is none. */
    CompletionStage<Long> last(int writer, String kind, int slice) {
        return lastAfter(writer, kind, slice, -1, 1);
    }

    /** Blocks have no gaps: doubles the step until there is nothing, then goes back to the last block with rows. */
    private CompletionStage<Long> lastAfter(int writer, String kind, int slice, long block, long step) {
        return lastOf(writer, kind, slice, block + step).thenCompose(number -> {
            if (number.isPresent()) {
                return lastAfter(writer, kind, slice, block + step, 2 * step);
            }
            return step > 1
                    ? lastAfter(writer, kind, slice, block, 1)
                    : lastOf(writer, kind, slice, block).thenApply(last -> last.orElse(0L));
        });
    }

    private CompletionStage<Optional<Long>> lastOf(int writer, String kind, int slice, long block) {
        if (block < 0) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var query = selectLast.bind(kind, writer, block, slice).setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM);
        return session.executeAsync(query.setIdempotent(true))
                .thenApply(result -> Optional.ofNullable(result.one()).map(row -> row.getLong("number")));
    }

    private Rows rows(List<Row> found) {
        List<FeedRow> rows = new ArrayList<>(found.size());
        long confirmed = 0;
        for (var row : found) {
            confirmed = Math.max(confirmed, row.getLong("confirmed"));
            rows.add(row(row));
        }
        return new Rows(rows, confirmed);
    }

    private FeedRow row(Row row) {
        int serializerId = row.getInt("ser_id");
        String manifest = row.getString("ser_manifest");
        List<Journaled<?>> events = new ArrayList<>();
        for (var event : row.getList("events", ByteBuffer.class)) {
            var bytes = new byte[event.remaining()];
            event.get(bytes);
            events.add((Journaled<?>)
                    serialization.deserialize(bytes, serializerId, manifest).get());
        }
        return new FeedRow(row.getLong("number"), row.getString("persistence_id"), row.getLong("sequence_nr"), events);
    }

    private static CompletionStage<List<Row>> collect(AsyncResultSet result, List<Row> rows) {
        result.currentPage().forEach(rows::add);
        return result.hasMorePages()
                ? result.fetchNextPage().thenCompose(next -> collect(next, rows))
                : CompletableFuture.completedFuture(rows);
    }
}
