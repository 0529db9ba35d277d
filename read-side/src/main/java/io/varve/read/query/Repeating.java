package io.varve.read.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Steps that follow one another. */
public final class Repeating {
    private Repeating() {}

    /** Goes on while a step says so; the stack does not grow with steps that are done at once. */
    public static CompletionStage<Void> whileTrue(Supplier<? extends CompletionStage<Boolean>> step) {
        while (true) {
            var stage = step.get().toCompletableFuture();
            if (!stage.isDone()) {
                return stage.thenCompose(
                        goOn -> goOn ? whileTrue(step) : CompletableFuture.<Void>completedFuture(null));
            }
            if (stage.isCompletedExceptionally()) {
                return stage.thenApply(never -> null);
            }
            if (!stage.join()) {
                return CompletableFuture.completedFuture(null);
            }
        }
    }
}
