package io.varve.http.vehicle;

import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** Counts the streams that are open, and refuses more than there may be. */
final class OpenStreams {
    private final int limit;
    private final Duration beginWithin;
    private final Set<Turn> turns = new HashSet<>();

    /**
     * @param limit how many there may be at a time
     * @param beginWithin an answer that nobody has begun to take by then is none: its client has gone
     */
    OpenStreams(int limit, Duration beginWithin) {
        this.limit = limit;
        this.beginWithin = beginWithin;
    }

    private final class Turn {
        private final long takenNanos = System.nanoTime();
        private volatile boolean begun;

        private boolean isOver() {
            return !begun && System.nanoTime() - takenNanos > beginWithin.toNanos();
        }
    }

    /**
     * The source, which counts from now until it ends, however it does.
     *
     * @throws ProblemException when there are enough
     */
    <T> Source<T, NotUsed> counted(Source<T, NotUsed> source) {
        var mine = take();
        return Source.lazySource(() -> {
                    mine.begun = true;
                    return source.watchTermination((used, ended) -> {
                        ended.whenComplete((done, failure) -> giveBack(mine));
                        return used;
                    });
                })
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }

    private synchronized Turn take() {
        if (turns.size() >= limit) {
            turns.removeIf(Turn::isOver);
        }
        if (turns.size() >= limit) {
            throw new ProblemException(ProblemType.OVERLOADED, "There are " + limit + " streams open already");
        }
        var mine = new Turn();
        turns.add(mine);
        return mine;
    }

    private synchronized void giveBack(Turn turn) {
        turns.remove(turn);
    }
}
