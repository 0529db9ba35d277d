package io.varve.read.table;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Keeps rows as Cassandra does: per column, the value of the latest time stays. */
public final class InMemoryRows implements RowStore {
    private record Cell(Object value, long time) {}

    private record Row(Map<String, Object> key, Map<String, Cell> cells) {
        Object column(String name) {
            return key.containsKey(name)
                    ? key.get(name)
                    : Optional.ofNullable(cells.get(name)).map(Cell::value).orElse(null);
        }
    }

    private final Map<String, Map<List<Object>, Row>> tables = new TreeMap<>();

    @Override
    public synchronized CompletionStage<Void> write(List<Write> writes) {
        var now = Instant.now();
        writes.stream().filter(write -> !write.isExpired(now)).forEach(this::write);
        return CompletableFuture.completedFuture(null);
    }

    private void write(Write write) {
        var shape = write.shape();
        var row = tables.computeIfAbsent(shape.table(), name -> new LinkedHashMap<>())
                .computeIfAbsent(write.key(), key -> new Row(named(shape.key(), key), new HashMap<>()));
        for (int i = 0; i < shape.columns().size(); i++) {
            var value = write.values().get(shape.key().size() + i);
            if (value != null) {
                row.cells.merge(
                        shape.columns().get(i),
                        new Cell(value, write.time()),
                        (old, next) -> next.time >= old.time ? next : old);
            }
        }
    }

    private static Map<String, Object> named(List<String> names, List<Object> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }

    /** The rows of a table, in no order, each as the values of its columns. */
    public synchronized List<Function<String, Object>> all(String table) {
        Collection<Row> rows = tables.getOrDefault(table, Map.of()).values();
        return rows.stream().<Function<String, Object>>map(row -> row::column).toList();
    }

    /** The row with the key, if there is one. */
    public synchronized Optional<Function<String, Object>> one(String table, Object... key) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(List.of(key)))
                .map(row -> row::column);
    }

    /** Everything, to compare. */
    public synchronized String dump() {
        return tables.toString();
    }
}
