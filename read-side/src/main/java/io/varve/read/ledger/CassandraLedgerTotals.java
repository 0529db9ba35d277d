package io.varve.read.ledger;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Ledger totals in Cassandra, which sums up each slice where it lies. */
public final class CassandraLedgerTotals implements LedgerTotals {
    private final Queries queries;
    private final PreparedStatement currencies;
    private final PreparedStatement sums;

    public CassandraLedgerTotals(CqlSession session) {
        queries = new Queries(session);
        currencies = queries.prepare("SELECT currency FROM ledger_currency WHERE ledger = ?");
        // A varint has no bounds; the sum of bigints would wrap around.
        sums = queries.prepare("SELECT count(*) AS accounts,"
                + " sum(CAST(balance_minor AS varint)) AS balance,"
                + " sum(CAST(deposited_minor AS varint)) AS deposited,"
                + " sum(CAST(withdrawn_minor AS varint)) AS withdrawn,"
                + " sum(CAST(transferred_in_minor AS varint)) AS transferred_in,"
                + " sum(CAST(transferred_out_minor AS varint)) AS transferred_out"
                + " FROM ledger_contribution WHERE currency = ? AND slice = ?");
    }

    @Override
    public CompletionStage<List<CurrencyTotals>> totals() {
        return queries.all(currencies, LedgerHandler.ALL)
                .thenCompose(rows -> Concurrently.forEach(
                        rows.stream().map(row -> row.getString("currency")).toList(), this::totals));
    }

    private CompletionStage<CurrencyTotals> totals(String currency) {
        var slices = IntStream.range(0, LedgerHandler.SLICES).boxed().toList();
        return Concurrently.forEach(slices, slice -> queries.one(sums, currency, slice))
                .thenApply(rows -> rows.stream()
                        .map(row -> row.map(CassandraLedgerTotals::sums).orElse(Sums.NOTHING))
                        .reduce(Sums.NOTHING, Sums::plus)
                        .totals(currency));
    }

    private static Sums sums(Row row) {
        return new Sums(
                row.getLong("accounts"),
                row.getBigInteger("balance"),
                row.getBigInteger("deposited"),
                row.getBigInteger("withdrawn"),
                row.getBigInteger("transferred_in"),
                row.getBigInteger("transferred_out"));
    }
}
