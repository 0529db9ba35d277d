package io.varve.http.account;

import io.varve.http.web.Fields;
import io.varve.node.account.AccountCommand;
import java.util.Map;

/** The bodies of account requests, and the commands that they become once checked. */
public final class AccountRequests {
    private AccountRequests() {}

    /** @param accountId null to have one made */
    public record Open(
            String accountId, String owner, String currency, Long overdraftLimitMinor, Map<String, String> metadata) {
        public AccountCommand.Open command() {
            var names = Fields.metadata(metadata);
            return new AccountCommand.Open(
                    Fields.owner(owner),
                    Fields.currency(currency),
                    Fields.overdraftLimitMinor(overdraftLimitMinor),
                    names == null ? Map.of() : names);
        }
    }

    public record Change(Long overdraftLimitMinor, Map<String, String> metadata) {
        AccountCommand.Amend command() {
            Fields.overdraftLimitMinor(overdraftLimitMinor);
            return new AccountCommand.Amend(overdraftLimitMinor, Fields.metadata(metadata));
        }
    }

    public record CashMovement(Long amountMinor, String effectiveAt, String description) {
        public AccountCommand.Deposit deposit() {
            return new AccountCommand.Deposit(
                    Fields.amountMinor("amountMinor", amountMinor),
                    Fields.instant("effectiveAt", effectiveAt),
                    Fields.description(description));
        }

        public AccountCommand.Withdraw withdrawal() {
            return new AccountCommand.Withdraw(
                    Fields.amountMinor("amountMinor", amountMinor),
                    Fields.instant("effectiveAt", effectiveAt),
                    Fields.description(description));
        }
    }

    public record Nothing() {}
}
