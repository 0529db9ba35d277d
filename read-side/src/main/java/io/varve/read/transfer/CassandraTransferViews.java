package io.varve.read.transfer;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.table.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Transfers in Cassandra. */
public final class CassandraTransferViews implements TransferViews {
    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement timeline;
    private final PreparedStatement months;
    private final PreparedStatement byAccount;

    public CassandraTransferViews(CqlSession session) {
        queries = new Queries(session);
        byId = queries.prepare("SELECT transfer_id, currency, status, reason, postings, description, hold,"
                + " expires_at, effective_at, reverses, reversed_by, accepted_at, revision"
                + " FROM transfer_view WHERE transfer_id = ?");
        timeline = queries.prepare(
                "SELECT seq, recorded_at, step, account_id, outcome" + " FROM transfer_timeline WHERE transfer_id = ?");
        months = queries.prepare("SELECT month FROM transfer_month_by_account WHERE account_id = ? AND month <= ?");
        byAccount = queries.prepare("SELECT accepted_at, transfer_id FROM transfer_by_account"
                + " WHERE account_id = ? AND month = ? AND (accepted_at, transfer_id) < (?, ?) LIMIT ?");
    }

    @Override
    public CompletionStage<Optional<TransferView>> transfer(String transferId) {
        return queries.one(byId, transferId).thenApply(row -> row.flatMap(found -> TransferRow.read(found::getObject)));
    }

    @Override
    public CompletionStage<Reading<TransferView>> transfer(String transferId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> transfer(transferId), TransferView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<TimelineStep>> timeline(String transferId) {
        return queries.all(timeline, transferId)
                .thenApply(rows -> rows.stream()
                        .map(row -> TransferRow.readStep(row::getObject))
                        .toList());
    }

    @Override
    public CompletionStage<Page<TransferView>> byAccount(String accountId, PageRequest page) {
        var after = AccountTransfersCursor.after(page);
        return queries.all(months, accountId, after.month())
                .thenCompose(rows -> {
                    var found = rows.stream().map(row -> row.getInt("month")).toList();
                    return collect(accountId, found, after, page.limit() + 1, new ArrayList<>());
                })
                .thenCompose(places -> AccountTransfersCursor.page(places, page.limit(), this::transfer));
    }

    /** Goes from month to month until there are enough. */
    private CompletionStage<List<AccountTransfersCursor>> collect(
            String accountId,
            List<Integer> months,
            AccountTransfersCursor after,
            int wanted,
            List<AccountTransfersCursor> places) {
        if (months.isEmpty() || places.size() >= wanted) {
            return CompletableFuture.completedFuture(places);
        }
        return queries.all(
                        byAccount,
                        accountId,
                        months.get(0),
                        after.acceptedAt(),
                        after.transferId(),
                        wanted - places.size())
                .thenCompose(rows -> {
                    rows.forEach(row -> places.add(
                            new AccountTransfersCursor(row.getInstant("accepted_at"), row.getString("transfer_id"))));
                    return collect(accountId, months.subList(1, months.size()), after, wanted, places);
                });
    }
}
