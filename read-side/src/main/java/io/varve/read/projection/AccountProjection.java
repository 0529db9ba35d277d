package io.varve.read.projection;

import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.read.account.AccountByOwnerHandler;
import io.varve.read.account.AccountView;
import io.varve.read.account.AccountViewHandler;
import io.varve.read.account.AccountViews;
import io.varve.read.entry.EntryViewHandler;
import io.varve.read.feed.EventFeed;
import io.varve.read.ledger.LedgerHandler;
import io.varve.read.table.RowStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of accounts to accounts, accounts by owner, entries and ledger totals. */
public final class AccountProjection {
    private AccountProjection() {}

    public static KindViews<AccountEvent> views() {
        return new KindViews<>(
                List.of(new EntryViewHandler(), new LedgerHandler(), new AccountByOwnerHandler()),
                List.of(new AccountViewHandler()),
                List.of(
                        EntryViewHandler.TABLE,
                        LedgerHandler.TABLE,
                        LedgerHandler.CURRENCIES_TABLE,
                        AccountByOwnerHandler.TABLE,
                        AccountViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            AccountViews accounts,
            ProjectionSettings settings) {
        KindProjection.start(
                system, role, AccountKind.create(), views(), feed, rows, id -> revision(accounts, id), settings);
    }

    private static CompletionStage<Long> revision(AccountViews accounts, String id) {
        return accounts.account(id)
                .thenApply(row -> row.map(AccountView::revision).orElse(0L));
    }
}
