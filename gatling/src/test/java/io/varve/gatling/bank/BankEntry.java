package io.varve.gatling.bank;

import com.fasterxml.jackson.databind.JsonNode;

/** What a statement line must say; the transfer's id stands only on lines that a transfer made. */
record BankEntry(String kind, long amountMinor, long balanceAfterMinor, String transferId) {
    /** The line as Varve shows it. */
    static BankEntry from(JsonNode item) {
        return new BankEntry(
                item.path("kind").asText(),
                item.path("amountMinor").asLong(),
                item.path("balanceAfterMinor").asLong(),
                item.path("transferId").asText());
    }

    /** The line that a row of the bank must become. */
    static BankEntry of(BankBook book, BankRow row) {
        return new BankEntry(
                row.entryKind(),
                row.amountMinor(),
                row.balanceAfterMinor(),
                row.transfers() ? book.commandId(row) : "");
    }
}
