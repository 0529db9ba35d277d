package io.varve.http.web;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Divides what the streams of a process may gather among them: each gets its share when it begins. So many streams that
 * begin together hold little more than one alone would.
 */
public final class StreamShares {
    private final long together;
    private final long least;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * @param together what one stream that is alone may gather
     * @param least what each stream may gather, however many there are
     */
    public StreamShares(long together, long least) {
        this.together = together;
        this.least = least;
    }

    /** A stream that is made with its share when it begins. */
    public <T> Source<T, NotUsed> stream(LongFunction<Source<T, ?>> withShare) {
        return Source.lazySource(() -> {
                    long share = Math.max(least, together / open.incrementAndGet());
                    return withShare.apply(share).watchTermination((any, end) -> {
                        end.whenComplete((done, failure) -> open.decrementAndGet());
                        return NotUsed.getInstance();
                    });
                })
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }
}
