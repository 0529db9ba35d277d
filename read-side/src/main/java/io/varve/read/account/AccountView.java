package io.varve.read.account;

import java.time.Instant;
import java.util.Map;

/**
 * An account as the view knows it. Amounts in minor units of the currency.
 *
 * @param status {@code open} or {@code closed}
 * @param revision the number of the account's last event that this row reflects
 * @param openedAt when the account was opened, to the millisecond
 */
public record AccountView(
        String accountId,
        String owner,
        String currency,
        String status,
        long balanceMinor,
        long heldMinor,
        long overdraftLimitMinor,
        Map<String, String> metadata,
        long revision,
        Instant openedAt) {

    /** What can be taken out. */
    public long availableMinor() {
        return balanceMinor + overdraftLimitMinor - heldMinor;
    }
}
