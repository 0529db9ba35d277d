package io.varve.read.entry;

import static java.util.Comparator.comparing;

import io.varve.read.account.AccountSlice;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.InMemoryRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class InMemoryEntryViews implements EntryViews {
    private final InMemoryRows rows;

    public InMemoryEntryViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Page<EntryView>> entries(
            String accountId, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
        long end = rows.one("account_view", AccountSlice.of(accountId), accountId)
                .map(row -> (Long) row.apply("revision") + 1)
                .orElse(0L);
        return EntryPages.page(
                (bucket, below, limit) ->
                        CompletableFuture.completedFuture(lines(accountId, bucket, below, from, to, limit)),
                Math.min(end, EntryPages.below(page).orElse(end)),
                page.limit());
    }

    private List<EntryView> lines(
            String accountId, long bucket, long below, Optional<Instant> from, Optional<Instant> to, int limit) {
        return rows.all(EntryViewHandler.TABLE).stream()
                .filter(row -> row.apply("account_id").equals(accountId)
                        && row.apply("bucket").equals(bucket))
                .map(EntryRow::read)
                .filter(line -> line.revision() < below)
                .filter(line -> from.isEmpty() || !line.effectiveAt().isBefore(from.get()))
                .filter(line -> to.isEmpty() || line.effectiveAt().isBefore(to.get()))
                .sorted(comparing(EntryView::revision).reversed())
                .limit(limit)
                .toList();
    }
}
