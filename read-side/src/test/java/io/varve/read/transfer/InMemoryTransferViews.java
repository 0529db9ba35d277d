package io.varve.read.transfer;

import static java.util.Comparator.comparing;

import io.varve.read.query.Awaiting;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.table.InMemoryRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryTransferViews implements TransferViews {
    private static final Comparator<AccountTransfersCursor> ORDER = comparing(AccountTransfersCursor::acceptedAt)
            .thenComparing(AccountTransfersCursor::transferId)
            .reversed();

    private final InMemoryRows rows;

    public InMemoryTransferViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Optional<TransferView>> transfer(String transferId) {
        return CompletableFuture.completedFuture(
                rows.one(TransferViewHandler.TABLE, transferId).flatMap(TransferRow::read));
    }

    @Override
    public CompletionStage<Reading<TransferView>> transfer(String transferId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> transfer(transferId), TransferView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<TimelineStep>> timeline(String transferId) {
        return CompletableFuture.completedFuture(rows.all(TimelineHandler.TABLE).stream()
                .filter(row -> row.apply("transfer_id").equals(transferId))
                .map(TransferRow::readStep)
                .sorted(comparing(TimelineStep::revision))
                .toList());
    }

    @Override
    public CompletionStage<Page<TransferView>> byAccount(String accountId, PageRequest page) {
        var after = AccountTransfersCursor.after(page);
        var places = rows.all(TransferByAccountHandler.TABLE).stream()
                .filter(row -> row.apply("account_id").equals(accountId))
                .map(row -> new AccountTransfersCursor(
                        (Instant) row.apply("accepted_at"), (String) row.apply("transfer_id")))
                .filter(place -> ORDER.compare(place, after) > 0)
                .sorted(ORDER)
                .limit(page.limit() + 1L)
                .toList();
        return AccountTransfersCursor.page(places, page.limit(), this::transfer);
    }
}
