package io.varve.read.entry;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.account.AccountSlice;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Queries;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Entries in Cassandra. */
public final class CassandraEntryViews implements EntryViews {
    private static final String SELECT = "SELECT revision, recorded_at, effective_at, kind, amount_minor,"
            + " balance_after_minor, transfer_id, description FROM entry"
            + " WHERE account_id = ? AND bucket = ? AND revision < ?";

    private final Queries queries;
    private final PreparedStatement lines;
    private final PreparedStatement linesWithin;
    private final PreparedStatement newest;

    public CassandraEntryViews(CqlSession session) {
        queries = new Queries(session);
        lines = queries.prepare(SELECT + " LIMIT ?");
        // Filtering stays within the one partition that is named.
        linesWithin = queries.prepare(SELECT + " AND effective_at >= ? AND effective_at < ? LIMIT ? ALLOW FILTERING");
        newest = queries.prepare("SELECT revision FROM account_view WHERE slice = ? AND account_id = ?");
    }

    @Override
    public CompletionStage<Page<EntryView>> entries(
            String accountId, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
        var cursor = EntryPages.below(page);
        return beyondNewest(accountId)
                .thenCompose(end -> EntryPages.page(
                        (bucket, below, limit) -> lines(accountId, bucket, below, from, to, limit),
                        Math.min(end, cursor.orElse(end)),
                        page.limit()));
    }

    /** The account's own row tells which bucket is the last: a made-up cursor must not make us look for others. */
    private CompletionStage<Long> beyondNewest(String accountId) {
        return queries.one(newest, AccountSlice.of(accountId), accountId)
                .thenApply(
                        row -> row.map(found -> found.getLong("revision") + 1).orElse(0L));
    }

    private CompletionStage<List<EntryView>> lines(
            String accountId,
            long bucket,
            long belowRevision,
            Optional<Instant> from,
            Optional<Instant> to,
            int limit) {
        CompletionStage<List<Row>> rows;
        if (from.isEmpty() && to.isEmpty()) {
            rows = queries.all(lines, accountId, bucket, belowRevision, limit);
        } else {
            var notBefore = from.map(Times::ceiling).orElse(Times.MIN);
            var before = to.map(Times::ceiling).orElse(Times.MAX);
            rows = queries.all(linesWithin, accountId, bucket, belowRevision, notBefore, before, limit);
        }
        return rows.thenApply(found ->
                found.stream().map(row -> EntryRow.read(row::getObject)).toList());
    }
}
