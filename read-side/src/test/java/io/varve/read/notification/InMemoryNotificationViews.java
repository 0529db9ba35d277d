package io.varve.read.notification;

import static java.util.Comparator.comparing;

import io.varve.read.table.InMemoryRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

public final class InMemoryNotificationViews extends StoredNotificationViews {
    private final InMemoryRows rows;

    public InMemoryNotificationViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    CompletionStage<Long> readUpTo(String userId) {
        return CompletableFuture.completedFuture(rows.one("user_view", userId)
                .map(row -> (Long) row.apply("read_up_to"))
                .orElse(0L));
    }

    private Stream<Function<String, Object>> of(String userId) {
        return rows.all(NotificationHandler.TABLE).stream()
                .filter(row -> row.apply("user_id").equals(userId));
    }

    private static long first(Function<String, Object> row) {
        return (Long) row.apply("first_revision");
    }

    @Override
    CompletionStage<List<NotificationView>> groups(String userId, long beforeRevision, int limit, long readUpTo) {
        return CompletableFuture.completedFuture(of(userId)
                .filter(row -> first(row) < beforeRevision)
                .sorted(comparing(InMemoryNotificationViews::first).reversed())
                .limit(limit)
                .map(row -> NotificationRow.read(row, readUpTo))
                .toList());
    }

    @Override
    CompletionStage<Long> grownAfter(String userId, long revision) {
        return CompletableFuture.completedFuture(of(userId)
                .filter(row -> (Long) row.apply("revision") > revision)
                .count());
    }
}
