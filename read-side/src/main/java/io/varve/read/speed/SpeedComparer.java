package io.varve.read.speed;

import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedReplay.Replayed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks the events and the model until they agree, or until it is sure that they do not: both are as they were the time
 * before, and the model holds all that was replayed. So a difference that is only there because one of the answers is
 * older is never told.
 */
final class SpeedComparer {
    /** Longer than the views take by which the replay finds its events. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int MAX_ATTEMPTS = 10;

    private final Plans plans;

    /** The two ways to answer, as they are at each moment. */
    interface Plans {
        CompletionStage<Reading<Replayed>> replay(SpeedQuery query);

        /** Whether the model comes to hold these revisions of vehicles within the time. */
        CompletionStage<Boolean> awaitHeld(Map<String, Long> revisions, Duration maxWait);

        /** From what the tables hold after the call. */
        CompletionStage<Reading<SpeedReport>> newestModel(SpeedQuery query, Duration maxWait);
    }

    SpeedComparer(Plans plans) {
        this.plans = plans;
    }

    /**
     * @param maxWait how long to wait in all, besides what the replays take
     * @return behind when the model is, or when signals of the period keep coming all the time
     */
    CompletionStage<Reading<SpeedComparison>> compare(SpeedQuery query, Duration maxWait) {
        return attempt(query, maxWait, 1, Optional.empty());
    }

    private CompletionStage<Reading<SpeedComparison>> attempt(
            SpeedQuery query, Duration maxWait, int number, Optional<SpeedComparison> before) {
        return plans.replay(query).thenCompose(reading -> {
            long deadlineNanoTime = System.nanoTime() + maxWait.toNanos();
            return reading.thenCompose(replayed -> model(query, replayed, deadlineNanoTime)
                    .thenCompose(model -> model.thenCompose(report -> {
                        var now = new SpeedComparison(report, replayed.report());
                        return now.agrees() || before.equals(Optional.of(now))
                                ? CompletableFuture.completedFuture(new Reading.Found<>(now))
                                : attemptAgain(query, left(deadlineNanoTime), number, now);
                    })));
        });
    }

    private CompletionStage<Reading<SpeedReport>> model(SpeedQuery query, Replayed replayed, long deadlineNanoTime) {
        return plans.awaitHeld(replayed.revisions(), left(deadlineNanoTime))
                .thenCompose(held -> held
                        ? plans.newestModel(query, left(deadlineNanoTime))
                        : CompletableFuture.completedFuture(new Reading.Behind<>(0)));
    }

    private CompletionStage<Reading<SpeedComparison>> attemptAgain(
            SpeedQuery query, Duration left, int number, SpeedComparison before) {
        if (left.compareTo(PAUSE) < 0 || number == MAX_ATTEMPTS) {
            return CompletableFuture.completedFuture(new Reading.Behind<>(0));
        }
        var pause = CompletableFuture.delayedExecutor(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        return CompletableFuture.supplyAsync(
                        () -> attempt(query, left.minus(PAUSE), number + 1, Optional.of(before)), pause)
                .thenCompose(next -> next);
    }

    private static Duration left(long deadlineNanoTime) {
        return Duration.ofNanos(Math.max(0, deadlineNanoTime - System.nanoTime()));
    }
}
