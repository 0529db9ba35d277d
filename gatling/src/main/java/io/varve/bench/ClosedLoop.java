package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** As many callers as connections: each sends its next request when the last one was answered. */
final class ClosedLoop {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final HttpGateway gateway;
    private final List<HttpConnection> connections;

    ClosedLoop(HttpGateway gateway, List<HttpConnection> connections) {
        this.gateway = gateway;
        this.connections = connections;
    }

    /** Sends until the time is over, or there is nothing more to send, and counts what was done in that time. */
    Measured run(Calls calls, Duration time) throws InterruptedException, IOException {
        return run(calls, time, nanos -> {});
    }

    /** The same, and says how long each answer that counts took. */
    Measured run(Calls calls, Duration time, LongConsumer answeredNanos) throws InterruptedException, IOException {
        Round round = new Round(calls, System.nanoTime(), time.toNanos(), connections.size(), answeredNanos);
        gateway.thread().execute(() -> connections.forEach(round::next));
        if (!round.ended.await(time.plus(LAST_ANSWERS).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("answers are missing " + LAST_ANSWERS.toSeconds() + " s after the end of the load");
        }
        if (round.broken.get() != null) {
            throw new IOException("a connection broke under load", round.broken.get());
        }
        return new Measured(round.done, round.refused, time.toNanos() / 1e9);
    }

    /** Its counters belong to the gateway's thread until the latch is down. */
    private static final class Round {
        private final Calls calls;
        private final long startNanos;
        private final long timeNanos;
        private final LongConsumer answeredNanos;
        private final CountDownLatch ended;
        private final AtomicReference<Throwable> broken = new AtomicReference<>();
        private long done;
        private long refused;

        Round(Calls calls, long startNanos, long timeNanos, int callers, LongConsumer answeredNanos) {
            this.calls = calls;
            this.startNanos = startNanos;
            this.timeNanos = timeNanos;
            this.answeredNanos = answeredNanos;
            this.ended = new CountDownLatch(callers);
        }

        private boolean over() {
            return System.nanoTime() - startNanos >= timeNanos;
        }

        void next(HttpConnection connection) {
            if (over() || !calls.requests().hasNext()) {
                ended.countDown();
                return;
            }
            FullHttpRequest request = calls.requests().next();
            long sentNanos = System.nanoTime();
            connection.send(request, new HttpConnection.Answered() {
                @Override
                public void answered(FullHttpResponse response) {
                    if (!calls.done().test(response)) {
                        refused++;
                    } else if (!over()) {
                        done++;
                        answeredNanos.accept(System.nanoTime() - sentNanos);
                    }
                    next(connection);
                }

                @Override
                public void broken(Throwable cause) {
                    broken.compareAndSet(null, cause);
                    ended.countDown();
                }
            });
        }
    }
}
