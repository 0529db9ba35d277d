package io.varve.read.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Queries;
import io.varve.read.table.Shape;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Reads rows back by their keys, with the time of each column. */
final class CassandraStoredRows implements StoredRows {
    /** Requests that one comparison keeps on their way: it must not crowd out the queries of users. */
    private static final int LANES = 8;

    private final CqlSession session;
    private final Queries queries;
    private final Map<Shape, CompletionStage<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    CassandraStoredRows(CqlSession session) {
        this.session = session;
        queries = new Queries(session);
    }

    /** Rows that share all of their key but its last column: one request. */
    private record Group(Shape shape, List<Object> keyButLast) {}

    @Override
    public CompletionStage<List<Write>> lacking(List<Write> writes) {
        var groups = new LinkedHashMap<Group, List<Write>>();
        for (var write : writes) {
            var key = write.key();
            var group = new Group(write.shape(), key.subList(0, key.size() - 1));
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(write);
        }
        return lacking(List.copyOf(groups.entrySet()), 0, new ArrayList<>());
    }

    private CompletionStage<List<Write>> lacking(
            List<Map.Entry<Group, List<Write>>> groups, int next, List<Write> soFar) {
        if (next >= groups.size()) {
            return CompletableFuture.completedFuture(soFar);
        }
        var now = groups.subList(next, Math.min(groups.size(), next + LANES));
        return Concurrently.forEach(now, group -> lackingOf(group.getKey(), group.getValue()))
                .thenCompose(found -> {
                    found.forEach(soFar::addAll);
                    return lacking(groups, next + LANES, soFar);
                });
    }

    private CompletionStage<List<Write>> lackingOf(Group group, List<Write> writes) {
        var shape = group.shape();
        int last = shape.key().size() - 1;
        var values = new ArrayList<>(group.keyButLast());
        values.add(
                writes.stream().map(write -> write.key().get(last)).distinct().toList());
        return prepare(shape)
                .thenCompose(query -> queries.all(query, values.toArray()))
                .thenApply(rows -> {
                    var byKey = new HashMap<Object, StoredRow>();
                    rows.forEach(row -> byKey.put(row.getObject(0), storedRow(shape, row)));
                    return writes.stream()
                            .filter(write -> {
                                var row = byKey.get(write.key().get(last));
                                return row == null || !row.shows(write);
                            })
                            .toList();
                });
    }

    private static StoredRow storedRow(Shape shape, Row row) {
        var cells = new HashMap<String, StoredRow.Cell>();
        int at = 1;
        for (var column : shape.columns()) {
            if (!row.isNull(at)) {
                cells.put(column, new StoredRow.Cell(row.getObject(at), row.getLong(at + 1)));
            }
            at += 2;
        }
        return new StoredRow(cells);
    }

    private CompletionStage<PreparedStatement> prepare(Shape shape) {
        var statement = prepared.computeIfAbsent(shape, s -> session.prepareAsync(cql(s)));
        // A statement that could not be prepared is tried again the next time.
        statement.whenComplete((ready, failure) -> {
            if (failure != null) {
                prepared.remove(shape, statement);
            }
        });
        return statement;
    }

    /** The last column of the key, then each column with its time. */
    static String cql(Shape shape) {
        var key = shape.key();
        var last = key.get(key.size() - 1);
        var cql = new StringBuilder("SELECT ").append(last);
        shape.columns().forEach(column -> cql.append(", %s, WRITETIME(%s)".formatted(column, column)));
        cql.append(" FROM ").append(shape.table()).append(" WHERE ");
        key.subList(0, key.size() - 1).forEach(column -> cql.append(column).append(" = ? AND "));
        return cql.append(last).append(" IN ?").toString();
    }
}
