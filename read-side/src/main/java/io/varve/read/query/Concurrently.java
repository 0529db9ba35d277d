package io.varve.read.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Questions that do not wait for each other. */
public final class Concurrently {
    private Concurrently() {}

    /** Asks one question per item, all at the same time; the answers are in the order of the items. */
    public static <T, R> CompletionStage<List<R>> forEach(
            List<T> items, Function<T, ? extends CompletionStage<R>> question) {
        var answers = items.stream()
                .map(item -> question.apply(item).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
    }

    /** Asks one question per item, so many at the same time; the answers are in the order of the items. */
    public static <T, R> CompletionStage<List<R>> inLanes(
            int lanes, List<T> items, Function<T, ? extends CompletionStage<R>> question) {
        List<R> answers = new ArrayList<>(Collections.nCopies(items.size(), null));
        var next = new AtomicInteger();
        var all = IntStream.range(0, Math.min(lanes, items.size())).boxed().toList();
        return forEach(all, lane -> ask(items, question, next, answers)).thenApply(done -> answers);
    }

    private static <T, R> CompletionStage<Void> ask(
            List<T> items, Function<T, ? extends CompletionStage<R>> question, AtomicInteger next, List<R> answers) {
        // A loop, and not one stage after the other: the stack must not grow with answers that are there at once.
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            int item = i;
            var answer = question.apply(items.get(item)).toCompletableFuture();
            var kept = answer.thenAccept(found -> answers.set(item, found));
            if (!kept.isDone()) {
                return kept.thenCompose(done -> ask(items, question, next, answers));
            }
            if (kept.isCompletedExceptionally()) {
                return kept;
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
