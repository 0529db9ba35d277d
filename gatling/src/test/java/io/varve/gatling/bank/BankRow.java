package io.varve.gatling.bank;

import java.util.Map;

/** One booking of the bank: what it did to one customer's account, and where the account stood afterwards. */
record BankRow(
        String id,
        String account,
        String date,
        String kind,
        long amountMinor,
        long balanceAfterMinor,
        String counterpartyBank,
        boolean sampled) {

    /** Reads a record of the file; the amount is signed here: a debit is negative. */
    static BankRow from(Map<String, Object> fields) {
        long amountMinor = Long.parseLong(text(fields, "amount_minor"));
        String direction = text(fields, "direction");
        if (!direction.equals("credit") && !direction.equals("debit")) {
            throw new IllegalArgumentException("row " + text(fields, "id") + ": direction " + direction);
        }
        return new BankRow(
                text(fields, "id"),
                text(fields, "account"),
                text(fields, "date"),
                text(fields, "kind"),
                direction.equals("credit") ? amountMinor : -amountMinor,
                Long.parseLong(text(fields, "balance_after_minor")),
                text(fields, "counterparty_bank"),
                false);
    }

    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the file has no column " + name);
        }
        return value.toString();
    }

    BankRow asSampled() {
        return new BankRow(id, account, date, kind, amountMinor, balanceAfterMinor, counterpartyBank, true);
    }

    /** The other side of the row is an account of another bank; else the money crosses the counter. */
    boolean transfers() {
        return switch (kind) {
            case "transfer-in", "transfer-out" -> true;
            case "cash-deposit", "cash-withdrawal", "card-withdrawal", "interest" -> false;
            default -> throw new IllegalArgumentException("row " + id + ": kind " + kind);
        };
    }

    /** The kind of entry that the account's statement shows for the row. */
    String entryKind() {
        String credit = transfers() ? "transfer-in" : "deposit";
        String debit = transfers() ? "transfer-out" : "withdrawal";
        return amountMinor > 0 ? credit : debit;
    }

    /** The date as an instant: the bank's day begins at midnight UTC. */
    String effectiveAt() {
        return date + "T00:00:00Z";
    }
}
