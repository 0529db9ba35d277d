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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps rows in Cassandra: unlogged batches, several on their way at a time. Rows whose keys begin alike share a batch:
 * those of one partition, also of different tables, are one write of the server.
 */
public final class CassandraRowStore implements RowStore {
    static final int BATCH_ROWS = 100;

    /** Unless it is told otherwise, Cassandra refuses batches from 50 KiB on. */
    static final int BATCH_BYTES = 30_000;

    /** How many requests one call keeps on their way; a replay must not crowd out the commands. */
    private static final int LANES = 8;

    private final CqlSession session;
    private final Map<Shape, CompletionStage<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    public CassandraRowStore(CqlSession session) {
        this.session = session;
    }

    @Override
    public CompletionStage<Void> write(List<Write> writes) {
        var shapes = writes.stream().map(Write::shape).distinct().toList();
        var sorted = writes.stream()
                .sorted(Comparator.comparing(write -> write.key().toString()))
                .toList();
        return all(shapes.stream().map(this::prepare).toList())
                .thenCompose(
                        ready -> send(batches(sorted.stream().map(this::bind).toList(), sorted)));
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

    private BoundStatement bind(Write write) {
        var statement = prepared.get(write.shape()).toCompletableFuture().join().boundStatementBuilder();
        var values = write.values();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                statement.set(i, values.get(i), statement.codecRegistry().codecFor(statement.getType(i)));
            }
        }
        return statement
                .setLong(values.size(), write.revision())
                .setIdempotence(true)
                .build();
    }

    private static List<Statement<?>> batches(List<BoundStatement> statements, List<Write> writes) {
        List<Statement<?>> batches = new ArrayList<>();
        List<BatchableStatement<?>> batch = new ArrayList<>();
        int batchBytes = 0;
        for (int i = 0; i < statements.size(); i++) {
            int bytes = writes.get(i).sizeBytes();
            if (!batch.isEmpty() && (batch.size() == BATCH_ROWS || batchBytes + bytes > BATCH_BYTES)) {
                batches.add(batchOf(batch));
                batch.clear();
                batchBytes = 0;
            }
            batch.add(statements.get(i));
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
