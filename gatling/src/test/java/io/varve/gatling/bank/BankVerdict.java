package io.varve.gatling.bank;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the replay and the comparison found; users of the simulation add to it concurrently. */
final class BankVerdict {
    private static final int DIFFERENCES_SHOWN = 20;

    final AtomicInteger rowsReplayed = new AtomicInteger();
    final AtomicInteger accountsCompared = new AtomicInteger();
    final AtomicInteger counterpartiesCompared = new AtomicInteger();
    final AtomicLong repliesCompared = new AtomicLong();
    final AtomicLong entriesCompared = new AtomicLong();
    final AtomicLong counterpartyEntriesCompared = new AtomicLong();
    final AtomicLong sampledRowsCompared = new AtomicLong();
    final LongAdder retries = new LongAdder();
    final LongAdder repeats = new LongAdder();
    private final AtomicLong differences = new AtomicLong();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private volatile boolean ledgerCompared;

    /** Records one thing that is not as the bank has it; only the first few are kept in words. */
    void differs(String what) {
        if (differences.incrementAndGet() <= DIFFERENCES_SHOWN) {
            shown.add(what);
        }
    }

    void compare(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differs(what + ": the bank has " + expected + ", Varve has " + actual);
        }
    }

    void ledgerCompared() {
        ledgerCompared = true;
    }

    /** Everything was replayed, everything was compared, and nothing differs. */
    boolean holds(BankBook book) {
        return differences.get() == 0
                && ledgerCompared
                && rowsReplayed.get() == book.rows()
                && accountsCompared.get() == book.customers().size()
                && counterpartiesCompared.get() == book.counterparties().size()
                && entriesCompared.get() == book.rows()
                && sampledRowsCompared.get() == book.sampledRows();
    }

    String summary(BankBook book) {
        StringBuilder text = new StringBuilder();
        text.append("bank-1993: rows %d, accounts %d, entries compared %d, differences %d%n"
                .formatted(rowsReplayed.get(), accountsCompared.get(), entriesCompared.get(), differences.get()));
        text.append("  sampled rows compared on the way %d, balances in replies %d%n"
                .formatted(sampledRowsCompared.get(), repliesCompared.get()));
        text.append("  counterparty banks %d with %d entries; ledger totals %s%n"
                .formatted(
                        counterpartiesCompared.get(),
                        counterpartyEntriesCompared.get(),
                        ledgerCompared ? "compared" : "NOT compared"));
        text.append("  requests sent again %d, answered as repeats %d%n".formatted(retries.sum(), repeats.sum()));
        shown.forEach(line -> text.append("  DIFFERS ").append(line).append(System.lineSeparator()));
        return text.append(holds(book) ? "  VERDICT: as the bank has it" : "  VERDICT: FAILED")
                .toString();
    }
}
