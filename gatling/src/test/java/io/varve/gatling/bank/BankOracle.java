package io.varve.gatling.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an account must look like at the end, and how what was read departs from it. */
final class BankOracle {
    private final BankBook book;
    private final BankVerdict verdict;

    BankOracle(BankBook book, BankVerdict verdict) {
        this.book = book;
        this.verdict = verdict;
    }

    /** Everything that is not as it must be, in words; empty when all is. */
    List<String> differences(String accountId, long balanceMinor, List<JsonNode> oldestFirst) {
        List<String> found = new ArrayList<>();
        long expectedMinor = book.finalBalanceMinor(accountId);
        if (balanceMinor != expectedMinor) {
            found.add(accountId + ": final balance must be " + expectedMinor + ", is " + balanceMinor);
        }
        List<BankEntry> entries = oldestFirst.stream().map(BankEntry::from).toList();
        List<BankRow> own = book.rowsOf(accountId);
        found.addAll(own != null ? inOrder(accountId, own, entries) : inAnyOrder(accountId, entries));
        return found;
    }

    /** A customer's statement is the bank's, line by line. */
    private List<String> inOrder(String accountId, List<BankRow> rows, List<BankEntry> entries) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(rows.size(), entries.size()); i++) {
            BankEntry expected = i < rows.size() ? BankEntry.of(book, rows.get(i)) : null;
            BankEntry actual = i < entries.size() ? entries.get(i) : null;
            if (expected == null || !expected.equals(actual)) {
                found.add(accountId + ": entry " + (i + 1) + " must be " + expected + ", is " + actual);
            }
        }
        return found;
    }

    /** Customers pay to and from a counterparty concurrently: every transfer once, and a balance that runs on. */
    private List<String> inAnyOrder(String accountId, List<BankEntry> entries) {
        List<String> found = new ArrayList<>();
        Map<String, Long> due = new HashMap<>();
        book.rowsWith(accountId).forEach(row -> due.put(book.commandId(row), -row.amountMinor()));
        long runningMinor = 0;
        for (BankEntry entry : entries) {
            runningMinor += entry.amountMinor();
            Long amountMinor = due.remove(entry.transferId());
            if (amountMinor == null || amountMinor != entry.amountMinor()) {
                found.add(accountId + ": " + entry + " must have amount " + amountMinor);
            }
            if (entry.balanceAfterMinor() != runningMinor) {
                found.add(accountId + ": " + entry + " must leave " + runningMinor);
            }
        }
        due.forEach((transferId, amountMinor) -> found.add(accountId + ": no entry of transfer " + transferId));
        return found;
    }

    /** Adds an account to the verdict. */
    void record(String accountId, long balanceMinor, List<JsonNode> oldestFirst) {
        differences(accountId, balanceMinor, oldestFirst).forEach(verdict::differs);
        if (book.rowsOf(accountId) != null) {
            verdict.accountsCompared.incrementAndGet();
            verdict.entriesCompared.addAndGet(oldestFirst.size());
        } else {
            verdict.counterpartiesCompared.incrementAndGet();
            verdict.counterpartyEntriesCompared.addAndGet(oldestFirst.size());
        }
    }
}
