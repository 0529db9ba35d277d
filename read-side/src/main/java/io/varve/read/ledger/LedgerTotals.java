package io.varve.read.ledger;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Questions about the whole ledger. */
public interface LedgerTotals {
    /**
     * The totals of every currency that has accounts, by its code. While money moves, the parts are read at
     * slightly different moments; at rest, deposited − withdrawn = balance and nothing is in flight.
     */
    CompletionStage<List<CurrencyTotals>> totals();
}
