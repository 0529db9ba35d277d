package io.varve.node.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** The life stages of an account. Amounts in minor units of its currency. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = AccountState.Open.class, name = "open"),
    @JsonSubTypes.Type(value = AccountState.Closed.class, name = "closed")
})
sealed interface AccountState {
    record Absent(String accountId) implements AccountState {}

    /**
     * @param holds what is set aside, by leg
     * @param heldMinor the sum of the holds
     */
    record Open(
            String accountId,
            String currency,
            long overdraftLimitMinor,
            Map<String, String> metadata,
            long balanceMinor,
            long heldMinor,
            Map<String, Held> holds,
            Totals totals)
            implements AccountState {

        /** What can be taken out; the decider keeps the sum within a long. */
        long availableMinor() {
            return balanceMinor + overdraftLimitMinor - heldMinor;
        }

        Open withBalance(long balance, Totals newTotals) {
            return new Open(accountId, currency, overdraftLimitMinor, metadata, balance, heldMinor, holds, newTotals);
        }

        Open withHolds(Map<String, Held> newHolds, long held) {
            return new Open(accountId, currency, overdraftLimitMinor, metadata, balanceMinor, held, newHolds, totals);
        }
    }

    record Closed(String accountId) implements AccountState {}

    record Held(String transferId, long amountMinor) {}

    /** Running totals since the account was opened. */
    record Totals(long depositedMinor, long withdrawnMinor, long transferredInMinor, long transferredOutMinor) {}
}
