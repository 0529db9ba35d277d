package io.varve.read.ledger;

import io.varve.read.table.InMemoryRows;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

public final class InMemoryLedgerTotals implements LedgerTotals {
    private final InMemoryRows rows;

    public InMemoryLedgerTotals(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<List<CurrencyTotals>> totals() {
        var sums = new TreeMap<String, Sums>();
        rows.all(LedgerHandler.TABLE)
                .forEach(row -> sums.merge((String) row.apply("currency"), contribution(row), Sums::plus));
        return CompletableFuture.completedFuture(sums.entrySet().stream()
                .map(entry -> entry.getValue().totals(entry.getKey()))
                .toList());
    }

    private static Sums contribution(Function<String, Object> row) {
        return new Sums(
                1,
                number(row, "balance_minor"),
                number(row, "deposited_minor"),
                number(row, "withdrawn_minor"),
                number(row, "transferred_in_minor"),
                number(row, "transferred_out_minor"));
    }

    private static BigInteger number(Function<String, Object> row, String column) {
        var value = (Long) row.apply(column);
        return value == null ? BigInteger.ZERO : BigInteger.valueOf(value);
    }
}
