package io.varve.read.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

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
}
