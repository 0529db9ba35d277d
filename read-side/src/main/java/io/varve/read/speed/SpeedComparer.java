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

    /** @return behind when the model is, or when signals of the period keep coming all the time */
    CompletionStage<Reading<SpeedComparison>> compare(SpeedQuery query, Duration maxWait) {
        return attempt(query, System.nanoTime() + maxWait.toNanos(), Optional.empty());
    }

    private CompletionStage<Reading<SpeedComparison>> attempt(
            SpeedQuery query, long deadlineNanoTime, Optional<SpeedComparison> before) {
        return plans.replay(query)
                .thenCompose(reading -> reading.thenCompose(replayed -> plans.awaitHeld(
                                replayed.revisions(), left(deadlineNanoTime))
                        .thenCompose(held -> held
                                ? plans.newestModel(query, left(deadlineNanoTime))
                                : CompletableFuture.completedFuture(new Reading.Behind<SpeedReport>(0)))
                        .thenCompose(model -> model.thenCompose(report -> judge(
                                query, deadlineNanoTime, before, new SpeedComparison(report, replayed.report()))))));
    }

    private CompletionStage<Reading<SpeedComparison>> judge(
            SpeedQuery query, long deadlineNanoTime, Optional<SpeedComparison> before, SpeedComparison now) {
        if (now.agrees() || before.equals(Optional.of(now))) {
            return CompletableFuture.completedFuture(new Reading.Found<>(now));
        }
        if (left(deadlineNanoTime).isZero()) {
            return CompletableFuture.completedFuture(new Reading.Behind<>(0));
        }
        var pause = CompletableFuture.delayedExecutor(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        return CompletableFuture.supplyAsync(() -> attempt(query, deadlineNanoTime, Optional.of(now)), pause)
                .thenCompose(next -> next);
    }

    private static Duration left(long deadlineNanoTime) {
        return Duration.ofNanos(Math.max(0, deadlineNanoTime - System.nanoTime()));
    }
}
