package io.varve.read.account;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.table.Queries;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Accounts in Cassandra. */
public final class CassandraAccountViews implements AccountViews {
    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement byOwner;

    public CassandraAccountViews(CqlSession session) {
        queries = new Queries(session);
        byId = queries.prepare("SELECT account_id, owner, currency, status, balance_minor, held_minor,"
                + " overdraft_limit_minor, metadata, opened_at, revision FROM account_view"
                + " WHERE slice = ? AND account_id = ?");
        byOwner = queries.prepare("SELECT account_id FROM account_by_owner WHERE owner = ? AND account_id > ? LIMIT ?");
    }

    @Override
    public CompletionStage<Optional<AccountView>> account(String accountId) {
        return queries.one(byId, AccountSlice.of(accountId), accountId)
                .thenApply(row -> row.flatMap(found -> AccountRow.read(found::getObject)));
    }

    @Override
    public CompletionStage<Reading<AccountView>> account(String accountId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> account(accountId), AccountView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<Page<AccountView>> byOwner(String owner, PageRequest page) {
        var after = OwnerCursor.after(page);
        return queries.all(byOwner, owner, after, page.limit() + 1).thenCompose(rows -> {
            var ids = rows.stream().map(row -> row.getString("account_id")).toList();
            return OwnerCursor.page(ids, page.limit(), this::account);
        });
    }
}
