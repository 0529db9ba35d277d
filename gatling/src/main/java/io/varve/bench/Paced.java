package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests at a rate, however long the answers take; all of it on the gateway's thread. */
final class Paced {
    private static final long TICK_MILLIS = 2;

    /** Numbered requests, and who takes their answers. */
    interface Source {
        FullHttpRequest request(long number);

        void answered(long number, FullHttpResponse response);
    }

    private final HttpGateway gateway;
    private final Deque<HttpConnection> idle;
    private final Source source;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private long due;
    private long begun;

    Paced(HttpGateway gateway, List<HttpConnection> connections, Source source) {
        this.gateway = gateway;
        this.idle = new ArrayDeque<>(connections);
        this.source = source;
    }

    /** Sends for a time; how many requests were begun. Those that no connection was free for are left over. */
    long run(double rate, Duration time) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        ScheduledFuture<?> ticker = gateway.thread()
                .scheduleAtFixedRate(() -> tick(startNanos, rate), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        try {
            failed.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The time is up and nothing failed.
        } catch (ExecutionException e) {
            throw new IOException("a connection broke under load", e.getCause());
        } finally {
            ticker.cancel(false);
        }
        CompletableFuture<Long> sent = new CompletableFuture<>();
        // The counters belong to the gateway's thread.
        gateway.thread().execute(() -> sent.complete(begun));
        return sent.join();
    }

    private void tick(long startNanos, double rate) {
        due = (long) ((System.nanoTime() - startNanos) / 1e9 * rate);
        while (begun < due && !idle.isEmpty()) {
            send(idle.poll(), begun++);
        }
    }

    private void send(HttpConnection connection, long number) {
        connection.send(source.request(number), new HttpConnection.Answered() {
            @Override
            public void answered(FullHttpResponse response) {
                source.answered(number, response);
                idle.add(connection);
            }

            @Override
            public void broken(Throwable cause) {
                failed.completeExceptionally(cause);
            }
        });
    }
}
