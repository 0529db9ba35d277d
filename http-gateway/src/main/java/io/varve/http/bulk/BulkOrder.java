package io.varve.http.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Keeps the order of the lines of one account while lines of other accounts overtake them.
 *
 * <p>Commands to one account need no waiting: they travel one after the other on the same way. A transfer
 * reaches its accounts later and by itself, so it starts when the lines before it have taken effect and
 * what comes after it, on the same accounts, waits until it rests.
 *
 * <p>Lines must be added by one thread at a time; they may end on any.
 */
final class BulkOrder {
    private final Map<String, Last> lastOf = new HashMap<>();

    /** @param transfer true when the last line of an account was a transfer */
    private record Last(CompletableFuture<?> effect, boolean transfer) {}

    /** Adds a command to one account; it is sent when no earlier transfer of the account is underway. */
    <T> CompletionStage<T> command(String accountId, Supplier<CompletionStage<T>> send) {
        var last = last(accountId);
        boolean free = last == null || !last.transfer() || last.effect().isDone();
        CompletionStage<T> result = free ? send.get() : after(last.effect(), send);
        // Done when all lines so far are: the previous ones may still be on their way.
        var effect = last == null ? ended(result) : CompletableFuture.allOf(ended(result), last.effect());
        put(Set.of(accountId), new Last(effect, !free));
        return result;
    }

    /** Adds a transfer; its stage must not end before the transfer rests. */
    <T> CompletionStage<T> transfer(Set<String> accountIds, Supplier<CompletionStage<T>> send) {
        var earlier = accountIds.stream()
                .map(this::last)
                .filter(last -> last != null)
                .map(Last::effect)
                .toArray(CompletableFuture<?>[]::new);
        var result = after(CompletableFuture.allOf(earlier), send);
        put(accountIds, new Last(ended(result), true));
        return result;
    }

    private static <T> CompletionStage<T> after(CompletionStage<?> earlier, Supplier<CompletionStage<T>> send) {
        return earlier.thenCompose(ignored -> send.get());
    }

    /** Ends when the stage does, however. */
    private static CompletableFuture<?> ended(CompletionStage<?> stage) {
        return stage.handle((result, failure) -> null).toCompletableFuture();
    }

    private synchronized Last last(String accountId) {
        return lastOf.get(accountId);
    }

    private void put(Collection<String> accountIds, Last last) {
        synchronized (this) {
            accountIds.forEach(id -> lastOf.put(id, last));
        }
        // Forgotten once it has ended: the memory is bounded by what is underway.
        last.effect().whenComplete((done, failure) -> forget(accountIds, last));
    }

    private synchronized void forget(Collection<String> accountIds, Last last) {
        accountIds.forEach(id -> lastOf.remove(id, last));
    }
}
