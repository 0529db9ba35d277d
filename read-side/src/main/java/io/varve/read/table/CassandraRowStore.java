package io.varve.read.table;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps rows in Cassandra: unlogged batches, several on their way at a time. Rows of one partition, also of different
 * tables, are one write of the server.
 */
public final class CassandraRowStore implements RowStore {
    static final int BATCH_ROWS = 100;

    /** Unless it is told otherwise, Cassandra refuses batches from 50 KiB on. */
    static final int BATCH_BYTES = 30_000;

    private static final int PARTITION_BYTES = 500_000;

    /** How many requests one call keeps on their way; a replay must not crowd out the commands. */
    private static final int LANES = 16;

    /** Cassandra writes the partitions of a batch one after the other, each until its commit log is on disk. */
    private static final int BATCH_PARTITIONS = 8;

    private final CqlSession session;
    private final Map<Shape, CompletionStage<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    public CassandraRowStore(CqlSession session) {
        this.session = session;
    }

    @Override
    public CompletionStage<Void> write(List<Write> writes) {
        var now = Instant.now();
        var shapes = writes.stream().map(Write::shape).distinct().toList();
        // A replay brings nothing back.
        var wanted = writes.stream().filter(write -> !write.isExpired(now)).toList();
        return all(shapes.stream().map(this::prepare).toList()).thenCompose(ready -> send(batches(wanted, now)));
    }

    private CompletionStage<PreparedStatement> prepare(Shape shape) {
        var statement = prepared.computeIfAbsent(shape, s -> session.prepareAsync(s.cql()));
        // A statement that could not be prepared is tried again the next time.
        statement.whenComplete((ready, failure) -> {
            if (failure != null) {
                prepared.remove(shape, statement);
            }
        });
        return statement;
    }

    private BoundStatement bind(Write write, Instant now) {
        var statement = statement(write).boundStatementBuilder();
        var values = write.values();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                statement.set(i, values.get(i), statement.codecRegistry().codecFor(statement.getType(i)));
            }
        }
        write.expiresAt().ifPresent(end -> statement.setInt(values.size() + 1, secondsUntil(end, now)));
        return statement
                .setLong(values.size(), write.time())
                .setIdempotence(true)
                .build();
    }

    /** At least one: to Cassandra, zero is for ever. */
    private static int secondsUntil(Instant end, Instant now) {
        return Math.toIntExact(Math.max(1, Duration.between(now, end).toSeconds()));
    }

    private PreparedStatement statement(Write write) {
        return prepared.get(write.shape()).toCompletableFuture().join();
    }

    /** The values by which Cassandra finds the partition: rows of several tables that have the same share one. */
    private List<Object> partition(Write write) {
        return statement(write).getPartitionKeyIndices().stream()
                .map(write.values()::get)
                .toList();
    }

    /**
     * Rows of one partition become visible together, and no limit of Cassandra's holds for the size of such a batch; only
     * where very large rows meet is it cut.
     */
    private Collection<List<Write>> byPartition(List<Write> writes) {
        Map<String, List<Write>> byPartition = new TreeMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (var write : writes) {
            var partition = partition(write).toString();
            int bytes = sizes.merge(partition, write.sizeBytes(), Integer::sum);
            byPartition
                    .computeIfAbsent(partition + bytes / PARTITION_BYTES, key -> new ArrayList<>())
                    .add(write);
        }
        return byPartition.values();
    }

    private List<Statement<?>> batches(List<Write> writes, Instant now) {
        List<Statement<?>> batches = new ArrayList<>();
        List<BatchableStatement<?>> batch = new ArrayList<>();
        int batchBytes = 0;
        int partitions = 0;
        for (var rows : byPartition(writes)) {
            int bytes = rows.stream().mapToInt(Write::sizeBytes).sum();
            if (!batch.isEmpty()
                    && (partitions == BATCH_PARTITIONS
                            || batch.size() + rows.size() > BATCH_ROWS
                            || batchBytes + bytes > BATCH_BYTES)) {
                batches.add(batchOf(batch));
                batch.clear();
                batchBytes = 0;
                partitions = 0;
            }
            partitions++;
            rows.forEach(row -> batch.add(bind(row, now)));
            batchBytes += bytes;
        }
        if (!batch.isEmpty()) {
            batches.add(batchOf(batch));
        }
        return batches;
    }

    /** A row that is alone is sent as it is: the limit on batches does not hold for it. */
    private static Statement<?> batchOf(List<BatchableStatement<?>> statements) {
        if (statements.size() == 1) {
            return (BoundStatement) statements.get(0);
        }
        BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.UNLOGGED);
        statements.forEach(batch::addStatement);
        return batch.setIdempotence(true).build();
    }

    private CompletionStage<Void> send(List<Statement<?>> statements) {
        List<CompletionStage<Void>> lanes = new ArrayList<>();
        for (int first = 0; first < Math.min(LANES, statements.size()); first++) {
            lanes.add(sendEvery(statements, first));
        }
        return all(lanes).thenApply(done -> null);
    }

    private CompletionStage<Void> sendEvery(List<Statement<?>> statements, int next) {
        if (next >= statements.size()) {
            return CompletableFuture.completedFuture(null);
        }
        return session.executeAsync(statements.get(next).setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM))
                .thenCompose(done -> sendEvery(statements, next + LANES));
    }

    private static <T> CompletionStage<Void> all(List<? extends CompletionStage<T>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }
}
