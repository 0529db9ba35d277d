package io.varve.read.account;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.table.InMemoryRows;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryAccountViews implements AccountViews {
    private final InMemoryRows rows;

    public InMemoryAccountViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Optional<AccountView>> account(String accountId) {
        return CompletableFuture.completedFuture(
                rows.one(AccountViewHandler.TABLE, AccountSlice.of(accountId), accountId)
                        .flatMap(AccountRow::read));
    }

    @Override
    public CompletionStage<Reading<AccountView>> account(String accountId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> account(accountId), AccountView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<Page<AccountView>> byOwner(String owner, PageRequest page) {
        var after = OwnerCursor.after(page);
        var ids = rows.all(AccountByOwnerHandler.TABLE).stream()
                .filter(row -> row.apply("owner").equals(owner))
                .map(row -> (String) row.apply("account_id"))
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .limit(page.limit() + 1L)
                .toList();
        return OwnerCursor.page(ids, page.limit(), this::account);
    }
}
