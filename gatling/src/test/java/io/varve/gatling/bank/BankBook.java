package io.varve.gatling.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bank's year: rows of every account in booking order, and the accounts that they need on our side. */
final class BankBook {
    /** How many rows are looked at while the replay runs, each right after it was booked. */
    static final int SAMPLED_ROWS = 1_000;

    static final String CURRENCY = "CZK";

    /** What a counterparty bank may owe: more than all rows together, far from the range of a long. */
    private static final long COUNTERPARTY_OVERDRAFT_MINOR = 1_000_000_000_000_000L;

    /** Always the same sample, so that two runs look at the same rows. */
    private static final long SAMPLE_SEED = 1993;

    private final String prefix;
    private final List<BankRow> rows;
    private final Map<String, List<BankRow>> rowsByAccount;
    private final Map<String, List<BankRow>> rowsByCounterparty;

    BankBook(String prefix, List<Map<String, Object>> records) {
        this.prefix = prefix;
        this.rows = sample(records.stream().map(BankRow::from).toList());
        this.rowsByAccount =
                rows.stream().collect(Collectors.groupingBy(this::customerId, LinkedHashMap::new, Collectors.toList()));
        this.rowsByCounterparty = rows.stream()
                .filter(BankRow::transfers)
                .collect(Collectors.groupingBy(this::counterpartyId, TreeMap::new, Collectors.toList()));
    }

    private static List<BankRow> sample(List<BankRow> rows) {
        List<Integer> order = IntStream.range(0, rows.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(SAMPLE_SEED));
        List<BankRow> marked = new ArrayList<>(rows);
        for (int index : order.subList(0, Math.min(SAMPLED_ROWS, rows.size()))) {
            marked.set(index, rows.get(index).asSampled());
        }
        return List.copyOf(marked);
    }

    int rows() {
        return rows.size();
    }

    long sampledRows() {
        return rows.stream().filter(BankRow::sampled).count();
    }

    List<String> customers() {
        return List.copyOf(rowsByAccount.keySet());
    }

    List<String> counterparties() {
        return List.copyOf(rowsByCounterparty.keySet());
    }

    List<BankRow> rowsOf(String customerId) {
        return rowsByAccount.get(customerId);
    }

    List<BankRow> rowsWith(String counterpartyId) {
        return rowsByCounterparty.get(counterpartyId);
    }

    String customerId(BankRow row) {
        return prefix + "-" + row.account();
    }

    String counterpartyId(BankRow row) {
        return prefix + "-of-" + (row.counterpartyBank().isEmpty() ? "unknown" : row.counterpartyBank());
    }

    /** The id under which a row is sent, however often: the key of a deposit or the id of a transfer. */
    String commandId(BankRow row) {
        return prefix + "-" + row.id();
    }

    /** As far below zero as the bank let the account go, or as any counterparty may. */
    long overdraftLimitMinor(String accountId) {
        if (rowsByCounterparty.containsKey(accountId)) {
            return COUNTERPARTY_OVERDRAFT_MINOR;
        }
        long lowestMinor = rowsByAccount.get(accountId).stream()
                .mapToLong(BankRow::balanceAfterMinor)
                .min()
                .orElse(0);
        return Math.max(0, -lowestMinor);
    }

    /** Where an account must stand after its last row. */
    long finalBalanceMinor(String accountId) {
        List<BankRow> own = rowsByAccount.get(accountId);
        return own != null
                ? own.get(own.size() - 1).balanceAfterMinor()
                : -rowsByCounterparty.get(accountId).stream()
                        .mapToLong(BankRow::amountMinor)
                        .sum();
    }

    /** What came over the counter in the year, or went out over it. */
    long cashMinor(boolean in) {
        return rows.stream()
                .filter(row -> !row.transfers() && row.amountMinor() > 0 == in)
                .mapToLong(row -> Math.abs(row.amountMinor()))
                .sum();
    }
}
