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
 * <p>Commands to one account need no waiting: they travel one after the other on the same way, only that an account
 * takes no more than so many at a time. A transfer reaches its accounts later and by itself, so it starts when the
 * lines before it have taken effect and what comes after it, on the same accounts, waits until it rests.
 *
 * <p>Lines must be added by one thread at a time; they may end on any.
 */
final class BulkOrder {
    /** Commands that are sent to one account before their answers are waited for; it may have other callers, too. */
    private static final int WAVE = 500;

    private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

    private final Map<String, Last> lastOf = new HashMap<>();

    /**
     * The last line of an account.
     *
     * @param sent ends when the line was sent, so that the next one may be; of a transfer, when it rests
     * @param effect ends when this line and all before it have ended
     * @param inWave how many commands in a row were sent without waiting for answers
     */
    private record Last(CompletableFuture<?> sent, CompletableFuture<?> effect, int inWave) {}

    /** Adds a command to one account; it is sent when no earlier transfer of the account is underway. */
    <T> CompletionStage<T> command(String accountId, Supplier<CompletionStage<T>> send) {
        var last = last(accountId);
        boolean newWave = last == null || last.inWave() == WAVE;
        var free = last == null ? DONE : newWave ? last.effect() : last.sent();
        CompletionStage<T> result;
        CompletableFuture<?> sent;
        if (free.isDone()) {
            result = send.get();
            sent = DONE;
        } else {
            var sending = free.thenApply(ready -> send.get());
            result = sending.thenCompose(answer -> answer);
            sent = ended(sending);
        }
        // Done when all lines so far are: the previous ones may still be on their way.
        var effect = last == null ? ended(result) : CompletableFuture.allOf(ended(result), last.effect());
        put(Set.of(accountId), new Last(sent, effect, newWave ? 1 : last.inWave() + 1));
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
        var effect = ended(result);
        put(accountIds, new Last(effect, effect, 0));
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
