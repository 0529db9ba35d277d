package io.varve.read.audit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waiting, without a thread that waits. */
final class Pauses {
    private static final int ATTEMPTS = 4;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private Pauses() {}

    /** Done after that time. */
    static CompletionStage<Void> after(Duration pause) {
        return CompletableFuture.supplyAsync(
                () -> null, CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Tries again what fails, some times, with growing pauses: on a busy system an answer may well be late. */
    static <T> CompletionStage<T> retrying(Supplier<CompletionStage<T>> attempt) {
        return retrying(attempt, BETWEEN_ATTEMPTS, ATTEMPTS);
    }

    private static <T> CompletionStage<T> retrying(
            Supplier<CompletionStage<T>> attempt, Duration pause, int attemptsLeft) {
        return attempt(attempt)
                .exceptionallyCompose(failure -> attemptsLeft == 1
                        ? CompletableFuture.failedFuture(failure)
                        : after(pause).thenCompose(done -> retrying(attempt, pause.multipliedBy(2), attemptsLeft - 1)));
    }

    private static <T> CompletionStage<T> attempt(Supplier<CompletionStage<T>> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
