package io.varve.node.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal's writes as CQL. The table {@code messages} is that of pekko-persistence-cassandra, column for column,
 * so that its queries and tools read what is written here.
 */
final class JournalStatements {
    /** All writes and reads of the journal: what was acknowledged is found again. */
    static final ConsistencyLevel CONSISTENCY = ConsistencyLevel.LOCAL_QUORUM;

    private final PreparedStatement insertMessage;
    private final PreparedStatement insertFeedRow;
    private final long timeBucketMillis;
    private final int writer;

    /** @param timeBucketMillis the bucket size of the plugin's events by tag, which a column still names */
    JournalStatements(CqlSession session, int writer, long timeBucketMillis) {
        this.writer = writer;
        this.timeBucketMillis = timeBucketMillis;
        insertMessage = session.prepare("INSERT INTO messages (persistence_id, partition_nr, sequence_nr, timestamp,"
                + " timebucket, writer_uuid, ser_id, ser_manifest, event_manifest, event, tags)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insertFeedRow = session.prepare("INSERT INTO feed_log (kind, writer, block, slice, number, confirmed,"
                + " persistence_id, sequence_nr, ser_id, ser_manifest, events)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** One request for all of it. Rows of one partition are applied together; nothing binds the partitions. */
    static Statement<?> request(List<BoundStatement> rows) {
        if (rows.size() == 1) {
            return rows.get(0).setConsistencyLevel(CONSISTENCY);
        }
        BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.UNLOGGED);
        rows.forEach(batch::addStatement);
        // The replica that takes the first row coordinates the rest.
        return batch.setRoutingKey(rows.get(0).getRoutingKey())
                .setConsistencyLevel(CONSISTENCY)
                .build();
    }

    /** By which Cassandra finds the replicas of the write's partition of the journal. */
    ByteBuffer routingKey(EntityWrite write) {
        return insertMessage
                .boundStatementBuilder(write.persistenceId, write.partitionNr)
                .build()
                .getRoutingKey();
    }

    /** The rows of the journal, all in one partition. */
    Stream<BoundStatement> messages(EntityWrite write) {
        return write.events.stream().map(event -> message(write, event));
    }

    private BoundStatement message(EntityWrite write, EntityWrite.Event event) {
        long millis = Uuids.unixTimestamp(event.timestamp());
        return insertMessage.bind(
                write.persistenceId,
                write.partitionNr,
                event.sequenceNr(),
                event.timestamp(),
                Long.toString(millis - millis % timeBucketMillis),
                write.writerUuid,
                event.serializerId(),
                event.manifest(),
                event.eventManifest(),
                event.json(),
                write.tags);
    }

    /** The write's row in the feed. */
    BoundStatement feedRow(EntityWrite write, long confirmed) {
        var events = write.events.stream().map(EntityWrite.Event::json).toList();
        return feedRow(write, confirmed, events);
    }

    /** What stands in the feed in the place of a write that did not take place. */
    BoundStatement voidRow(EntityWrite write, long confirmed) {
        return feedRow(write, confirmed, List.of());
    }

    private BoundStatement feedRow(EntityWrite write, long confirmed, List<ByteBuffer> events) {
        var first = write.events.get(0);
        var row = insertFeedRow.bind(
                write.kind(),
                writer,
                FeedLog.blockOf(write.number),
                write.slice(),
                write.number,
                confirmed,
                write.persistenceId,
                write.firstSequenceNr(),
                first.serializerId(),
                first.manifest(),
                events);
        return row.setConsistencyLevel(CONSISTENCY);
    }
}
