package io.varve.read.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Reads a row again and again, with growing pauses, until it has come to a revision or the time is up. */
public final class Awaiting {
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private Awaiting() {}

    /**
     * @param minRevision the revision wanted; 0 or less takes whatever is there, at once
     * @param maxWait how long to wait for it
     */
    public static <T> CompletionStage<Reading<T>> revision(
            Supplier<CompletionStage<Optional<T>>> read,
            ToLongFunction<T> revisionOf,
            long minRevision,
            Duration maxWait) {
        long deadlineNanos = System.nanoTime() + maxWait.toNanos();
        return attempt(read, revisionOf, minRevision, deadlineNanos, FIRST_PAUSE_MILLIS);
    }

    private static <T> CompletionStage<Reading<T>> attempt(
            Supplier<CompletionStage<Optional<T>>> read,
            ToLongFunction<T> revisionOf,
            long minRevision,
            long deadlineNanos,
            long pauseMillis) {
        return read.get().thenCompose(row -> {
            long revision = row.map(revisionOf::applyAsLong).orElse(0L);
            if (row.isPresent() && revision >= minRevision) {
                return done(new Reading.Found<>(row.get()));
            }
            if (row.isEmpty() && minRevision <= 0) {
                return done(new Reading.Absent<>());
            }
            long leftNanos = deadlineNanos - System.nanoTime();
            if (leftNanos <= 0) {
                return done(new Reading.Behind<>(revision));
            }
            long pauseNanos = Math.min(leftNanos, TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            long nextPauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
            return CompletableFuture.supplyAsync(() -> null, after(pauseNanos))
                    .thenCompose(ignored -> attempt(read, revisionOf, minRevision, deadlineNanos, nextPauseMillis));
        });
    }

    /** Runs on the timer's own thread: what is run is only the sending of a request. */
    private static Executor after(long pauseNanos) {
        return CompletableFuture.delayedExecutor(pauseNanos, TimeUnit.NANOSECONDS, Runnable::run);
    }

    private static <T> CompletionStage<Reading<T>> done(Reading<T> reading) {
        return CompletableFuture.completedFuture(reading);
    }
}
