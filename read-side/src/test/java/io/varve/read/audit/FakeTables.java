package io.varve.read.audit;

import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Rows with the times of their columns, as Cassandra keeps them: also those of what was deleted. */
final class FakeTables implements RowStore, StoredRows {
    private static final long CLOCK_MICROS = 1_700_000_000_000_000L;

    private record Key(String table, List<Object> key) {}

    private final Map<Key, Map<String, StoredRow.Cell>> rows = new HashMap<>();
    private final Set<Key> deleted = new HashSet<>();

    @Override
    public synchronized CompletionStage<Void> write(List<Write> writes) {
        for (var write : writes) {
            var shape = write.shape();
            var key = new Key(shape.table(), List.copyOf(write.key()));
            if (deleted.contains(key) && write.time() < CLOCK_MICROS) {
                continue;
            }
            var row = rows.computeIfAbsent(key, k -> new TreeMap<>());
            for (int i = 0; i < shape.columns().size(); i++) {
                var value = write.values().get(shape.key().size() + i);
                if (value != null) {
                    row.merge(
                            shape.columns().get(i),
                            new StoredRow.Cell(value, write.time()),
                            (old, next) -> next.revision() >= old.revision() ? next : old);
                }
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<List<Write>> lacking(List<Write> writes) {
        return CompletableFuture.completedFuture(writes.stream()
                .filter(write -> {
                    var cells = rows.get(new Key(write.shape().table(), write.key()));
                    return cells == null || !new StoredRow(cells).shows(write);
                })
                .toList());
    }

    /** As if the row of that revision had never been written. */
    synchronized void lose(String table, long revision) {
        rows.entrySet()
                .removeIf(row -> row.getKey().table().equals(table)
                        && row.getValue().values().stream().anyMatch(cell -> cell.revision() == revision));
    }

    /** DELETE, as somebody types it. */
    synchronized void deleteByClock(String table) {
        rows.keySet().stream().filter(key -> key.table().equals(table)).forEach(deleted::add);
        rows.keySet().removeIf(key -> key.table().equals(table));
    }

    @Override
    public synchronized String toString() {
        return new TreeMap<>(Map.of("rows", rows.toString().length(), "cells", rows.hashCode())).toString();
    }
}
