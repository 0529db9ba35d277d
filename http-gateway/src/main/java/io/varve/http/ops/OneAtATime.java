package io.varve.http.ops;

import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** Lets one audit run on this node at a time. */
final class OneAtATime {
    private final Duration beginWithin;
    private final AtomicReference<Turn> current = new AtomicReference<>();

    /** @param beginWithin an answer that nobody has begun to take by then is none: its client has gone */
    OneAtATime(Duration beginWithin) {
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
     * The source, for which the turn is taken now and given back when it ends, however it does.
     *
     * @throws ProblemException when another has the turn
     */
    <T> Source<T, NotUsed> taken(Source<T, NotUsed> source) {
        var mine = new Turn();
        var before = current.get();
        if (before != null && !before.isOver() || !current.compareAndSet(before, mine)) {
            throw new ProblemException(ProblemType.AUDIT_UNDERWAY, "This node is at an audit already");
        }
        return Source.lazySource(() -> {
                    mine.begun = true;
                    return source.watchTermination((used, ended) -> {
                        ended.whenComplete((done, failure) -> current.compareAndSet(mine, null));
                        return used;
                    });
                })
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }
}
