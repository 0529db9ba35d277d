package io.varve.read.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a row of {@code account_view}. */
final class AccountRow {
    private AccountRow() {}

    /** The account; empty while the row lacks the account's first event. */
    @SuppressWarnings("unchecked") // The table's schema says what the map holds.
    static Optional<AccountView> read(Function<String, Object> column) {
        if (column.apply("owner") == null) {
            return Optional.empty();
        }
        var metadata = (Map<String, String>) column.apply("metadata");
        return Optional.of(new AccountView(
                (String) column.apply("account_id"),
                (String) column.apply("owner"),
                (String) column.apply("currency"),
                (String) column.apply("status"),
                (Long) column.apply("balance_minor"),
                (Long) column.apply("held_minor"),
                (Long) column.apply("overdraft_limit_minor"),
                metadata == null ? Map.of() : Map.copyOf(metadata),
                (Long) column.apply("revision"),
                (Instant) column.apply("opened_at")));
    }
}
