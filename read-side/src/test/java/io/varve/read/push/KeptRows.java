package io.varve.read.push;

import io.varve.read.push.PushMessage.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Rows as Cassandra keeps them: what is later stays. */
final class KeptRows implements PushRows {
    private record Place(Target target, String groupId) {}

    private final Map<Place, PushMessage> rows = new ConcurrentHashMap<>();

    private static Place place(PushMessage message) {
        return new Place(message.target(), message.groupId());
    }

    @Override
    public CompletionStage<List<PushMessage>> all() {
        return CompletableFuture.completedFuture(List.copyOf(rows.values()));
    }

    @Override
    public CompletionStage<Void> write(PushMessage message) {
        rows.merge(place(message), message, (one, other) -> one.revision() > other.revision() ? one : other);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> delete(PushMessage message) {
        rows.computeIfPresent(place(message), (key, row) -> row.revision() > message.revision() ? row : null);
        return CompletableFuture.completedFuture(null);
    }
}
