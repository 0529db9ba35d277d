package io.varve.read.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Spares what is there already: a row that is a key and nothing else need not be written again by who has just written
 * it. Many events lead to the same such row, as all of an account's transfers do to the month.
 */
public final class KeysOnce implements RowStore {
    private static final int KNOWN_LIMIT = 50_000;

    private record Row(String table, List<Object> key) {}

    private final RowStore rows;
    private final Cache<Row, Boolean> known =
            Caffeine.newBuilder().maximumSize(KNOWN_LIMIT).build();

    public KeysOnce(RowStore rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Void> write(List<Write> writes) {
        var needed = writes.stream()
                .filter(write -> !isKeyOnly(write) || known.getIfPresent(row(write)) == null)
                .toList();
        return rows.write(needed)
                .thenRun(() ->
                        needed.stream().filter(KeysOnce::isKeyOnly).forEach(write -> known.put(row(write), true)));
    }

    private static boolean isKeyOnly(Write write) {
        return write.shape().columns().isEmpty();
    }

    private static Row row(Write write) {
        return new Row(write.shape().table(), write.key());
    }
}
