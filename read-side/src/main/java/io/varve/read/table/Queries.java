package io.varve.read.table;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.query.ViewsUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs prepared queries. */
public final class Queries {
    private final CqlSession session;

    public Queries(CqlSession session) {
        this.session = session;
    }

    public PreparedStatement prepare(String cql) {
        return session.prepare(cql);
    }

    /** The only row, or empty. */
    public CompletionStage<Optional<Row>> one(PreparedStatement query, Object... values) {
        return execute(query, values).thenApply(result -> Optional.ofNullable(result.one()));
    }

    /** All rows; the query itself must bound their number. */
    public CompletionStage<List<Row>> all(PreparedStatement query, Object... values) {
        return execute(query, values).thenCompose(result -> collect(result, new ArrayList<>()));
    }

    /** Reads by quorum, as rows are written: what was visible once stays visible. */
    private CompletionStage<AsyncResultSet> execute(PreparedStatement query, Object... values) {
        return session.executeAsync(query.bind(values)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .exceptionally(failure -> {
                    throw new ViewsUnavailableException(failure);
                });
    }

    private static CompletionStage<List<Row>> collect(AsyncResultSet result, List<Row> rows) {
        result.currentPage().forEach(rows::add);
        return result.hasMorePages()
                ? result.fetchNextPage().thenCompose(next -> collect(next, rows))
                : CompletableFuture.completedFuture(rows);
    }
}
