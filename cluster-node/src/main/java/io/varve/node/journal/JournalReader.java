package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;

/** Reads the journal of one entity, for its recovery. */
final class JournalReader {
    private final CqlSession session;
    private final EntityWrites writes;
    private final Executor executor;
    private final Serialization serialization;
    private final PreparedStatement selectHighest;
    private final PreparedStatement selectMessages;
    private final PreparedStatement selectTimestamps;
    private final PreparedStatement selectDeleted;

    /** @param executor where events are deserialized: not in the driver's thread, which serves everybody */
    JournalReader(ActorSystem system, CqlSession session, EntityWrites writes, Executor executor) {
        this.session = session;
        this.writes = writes;
        this.executor = executor;
        serialization = SerializationExtension.get(system);
        var ofPartition = " FROM messages WHERE persistence_id = ? AND partition_nr = ?";
        var inRange = ofPartition + " AND sequence_nr >= ? AND sequence_nr <= ?";
        selectHighest = session.prepare("SELECT sequence_nr" + ofPartition + " ORDER BY sequence_nr DESC LIMIT 1");
        selectMessages = session.prepare(
                "SELECT sequence_nr, writer_uuid, ser_id, ser_manifest, event_manifest, event" + inRange);
        selectTimestamps = session.prepare("SELECT timestamp" + inRange);
        selectDeleted = session.prepare("SELECT deleted_to FROM metadata WHERE persistence_id = ?");
    }

    /**
     * The last sequence number of an entity that is known to have come as far as the given one.
     *
     * @param whole whether nothing of its journal was ever deleted: then most entities take one query
     */
    CompletionStage<Long> highestSequenceNr(String persistenceId, long from, boolean whole) {
        CompletionStage<Long> deletedTo = whole ? CompletableFuture.completedFuture(0L) : deletedTo(persistenceId);
        return deletedTo.thenCompose(deleted -> {
            long known = Math.max(from, deleted);
            return highest(persistenceId, writes.partitionNr(Math.max(1, known)), known, whole, false);
        });
    }

    /** The last sequence number of a journal that was deleted; 0 while none was. */
    CompletionStage<Long> deletedTo(String persistenceId) {
        return execute(selectDeleted, persistenceId).thenApply(result -> {
            var row = result.one();
            return row == null ? 0L : row.getLong("deleted_to");
        });
    }

    private CompletionStage<Long> highest(
            String persistenceId, long partitionNr, long soFar, boolean whole, boolean emptyBefore) {
        return execute(selectHighest, persistenceId, partitionNr).thenCompose(result -> {
            var row = result.one();
            long highest = row == null ? soFar : row.getLong("sequence_nr");
            // A write that does not fit a partition is in the next one: one may be empty, two not.
            if (row == null && emptyBefore || whole && !writes.mayFollow(highest, partitionNr + 1)) {
                return CompletableFuture.completedFuture(highest);
            }
            return highest(persistenceId, partitionNr + 1, highest, whole, row == null);
        });
    }

    /** Hands the events of the sequence numbers from and to, both included, but at most so many, over in order. */
    CompletionStage<Void> replay(
            String persistenceId, long from, long to, long max, Consumer<PersistentRepr> recovered) {
        if (from > to || max <= 0) {
            return CompletableFuture.completedFuture(null);
        }
        return new Replay(persistenceId, from, to, max, recovered).partition(writes.partitionNr(Math.max(1, from)));
    }

    private final class Replay {
        private final String persistenceId;
        private final long from;
        private final long to;
        private final Consumer<PersistentRepr> recovered;
        private long left;
        private long last;

        Replay(String persistenceId, long from, long to, long max, Consumer<PersistentRepr> recovered) {
            this.persistenceId = persistenceId;
            this.from = from;
            this.to = to;
            this.recovered = recovered;
            left = max;
        }

        CompletionStage<Void> partition(long partitionNr) {
            return execute(selectMessages, persistenceId, partitionNr, from, to)
                    .thenComposeAsync(this::page, executor)
                    .thenCompose(done -> left == 0 || last >= to || partitionNr > writes.partitionNr(to)
                            ? CompletableFuture.completedFuture(null)
                            : partition(partitionNr + 1));
        }

        private CompletionStage<Void> page(AsyncResultSet rows) {
            for (var row : rows.currentPage()) {
                if (left == 0) {
                    return CompletableFuture.completedFuture(null);
                }
                left--;
                last = row.getLong("sequence_nr");
                recovered.accept(event(persistenceId, row));
            }
            return rows.hasMorePages()
                    ? rows.fetchNextPage().thenComposeAsync(this::page, executor)
                    : CompletableFuture.completedFuture(null);
        }
    }

    private PersistentRepr event(String persistenceId, Row row) {
        var bytes = row.getByteBuffer("event");
        var json = new byte[bytes.remaining()];
        bytes.get(json);
        var payload = serialization
                .deserialize(json, row.getInt("ser_id"), row.getString("ser_manifest"))
                .get();
        return PersistentRepr.apply(
                payload,
                row.getLong("sequence_nr"),
                persistenceId,
                row.getString("event_manifest"),
                false,
                ActorRef.noSender(),
                row.getString("writer_uuid"));
    }

    /** Whether the journal holds exactly this write, not another one of the same sequence numbers. */
    CompletionStage<Boolean> holds(EntityWrite write) {
        return execute(
                        selectTimestamps,
                        write.persistenceId,
                        write.partitionNr,
                        write.firstSequenceNr(),
                        write.lastSequenceNr())
                .thenCompose(result -> collect(result, new ArrayList<>()))
                .thenApply(found -> {
                    Set<UUID> timestamps = new HashSet<>();
                    found.forEach(row -> timestamps.add(row.getUuid("timestamp")));
                    return write.events.stream().allMatch(event -> timestamps.contains(event.timestamp()));
                });
    }

    private static CompletionStage<List<Row>> collect(AsyncResultSet result, List<Row> rows) {
        result.currentPage().forEach(rows::add);
        return result.hasMorePages()
                ? result.fetchNextPage().thenCompose(next -> collect(next, rows))
                : CompletableFuture.completedFuture(rows);
    }

    private CompletionStage<AsyncResultSet> execute(PreparedStatement query, Object... values) {
        return session.executeAsync(query.bind(values)
                .setConsistencyLevel(JournalStatements.CONSISTENCY)
                .setIdempotent(true));
    }
}
