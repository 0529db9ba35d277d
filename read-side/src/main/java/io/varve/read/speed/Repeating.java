package io.varve.read.speed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Steps that follow one another. */
final class Repeating {
    private Repeating() {}

    /** Goes on while a step says so; the stack does not grow with steps that are done at once. */
    static CompletionStage<Void> whileTrue(Supplier<? extends CompletionStage<Boolean>> step) {
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
