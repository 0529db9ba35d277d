package io.varve.http.account;

import io.varve.read.account.AccountView;
import io.varve.read.entry.EntryView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The bodies of answers about accounts; amounts in minor units. */
final class AccountBodies {
    private AccountBodies() {}

    record Account(
            String accountId,
            String owner,
            String currency,
            String status,
            long balanceMinor,
            long heldMinor,
            long availableMinor,
            long overdraftLimitMinor,
            long revision,
            Map<String, String> metadata) {
        static Account of(AccountView view) {
            return new Account(
                    view.accountId(),
                    view.owner(),
                    view.currency(),
                    view.status(),
                    view.balanceMinor(),
                    view.heldMinor(),
                    view.availableMinor(),
                    view.overdraftLimitMinor(),
                    view.revision(),
                    view.metadata());
        }
    }

    record Entry(
            long revision,
            Instant at,
            Instant effectiveAt,
            String kind,
            long amountMinor,
            long balanceAfterMinor,
            Optional<String> transferId,
            Optional<String> description) {
        static Entry of(EntryView view) {
            return new Entry(
                    view.revision(),
                    view.at(),
                    view.effectiveAt(),
                    view.kind(),
                    view.amountMinor(),
                    view.balanceAfterMinor(),
                    view.transferId(),
                    view.description());
        }
    }
}
