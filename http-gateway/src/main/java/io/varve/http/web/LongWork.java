package io.varve.http.web;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.TimeoutAccess;

/** Answers that take long: as long as a connection lasts, and only so many at a time, or all of them would be late. */
public final class LongWork {
    /** A connection on which nothing happens for longer is closed. */
    private static final Duration LONGEST = Duration.ofSeconds(100);

    private final Semaphore turns;
    private final ProblemException tooMany;
    private final ProblemException tooLong;

    /** @param tooLong what it is to the client when the time is up */
    public LongWork(int atATime, ProblemException tooMany, ProblemException tooLong) {
        turns = new Semaphore(atATime);
        this.tooMany = tooMany;
        this.tooLong = tooLong;
    }

    /** Begins the work now, or refuses to. */
    public <T> CompletionStage<T> inTurn(HttpRequest request, Supplier<CompletionStage<T>> work) {
        if (!turns.tryAcquire()) {
            throw tooMany;
        }
        request.getHeader(TimeoutAccess.class)
                .ifPresent(header -> header.timeoutAccess().update(LONGEST, late -> Answers.problem(late, tooLong)));
        try {
            return work.get().whenComplete((done, failure) -> turns.release());
        } catch (RuntimeException e) {
            turns.release();
            throw e;
        }
    }
}
