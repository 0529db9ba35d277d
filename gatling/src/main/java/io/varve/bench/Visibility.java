package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.HdrHistogram.Histogram;

/**
 * The time from a deposit's acknowledgement until the account view shows it, under a steady load of deposits. Some
 * deposits are followed by a read that asks for the acknowledged revision and waits for it; the rest are only load.
 */
final class Visibility {
    private static final long TICK_MILLIS = 2;
    private static final long LONGEST_MICROS = 60_000_000;

    private final HttpGateway gateway;
    private final VarveRequests requests;
    private final List<String> accountIds;
    private final Deque<HttpConnection> idle;
    private final Histogram visibleMicros = new Histogram(LONGEST_MICROS, 3);
    private final Histogram acknowledgedMicros = new Histogram(LONGEST_MICROS, 3);
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private long begun;
    private long skipped;
    private long notVisible;

    Visibility(HttpGateway gateway, List<HttpConnection> connections, VarveRequests requests, List<String> accountIds) {
        this.gateway = gateway;
        this.idle = new ArrayDeque<>(connections);
        this.requests = requests;
        this.accountIds = accountIds;
    }

    /**
     * What was seen.
     *
     * @param skipped deposits that could not be begun in time because every connection was busy
     * @param notVisible reads that did not get the revision in time
     */
    record Seen(
            double depositsPerSecond,
            long probes,
            double acknowledgedP50Millis,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            long skipped,
            long notVisible) {}

    /** Deposits at a rate for a time, following {@code probesPerSecond} of them into the view. */
    Seen run(double rate, int probesPerSecond, Duration time) throws InterruptedException, IOException {
        long startNanos = System.nanoTime();
        long probeEvery = Math.max(1, Math.round(rate / probesPerSecond));
        ScheduledFuture<?> ticker = gateway.thread()
                .scheduleAtFixedRate(() -> tick(startNanos, rate, probeEvery), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        try {
            failed.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The time is up and nothing failed.
        } catch (ExecutionException e) {
            throw new IOException("a connection broke under load", e.getCause());
        } finally {
            ticker.cancel(false);
        }
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        // The counters belong to the gateway's thread.
        gateway.thread().execute(() -> seen.complete(seen(seconds)));
        return seen.join();
    }

    private Seen seen(double seconds) {
        return new Seen(
                acknowledgedMicros.getTotalCount() / seconds,
                visibleMicros.getTotalCount(),
                acknowledgedMicros.getValueAtPercentile(50) / 1e3,
                visibleMicros.getValueAtPercentile(50) / 1e3,
                visibleMicros.getValueAtPercentile(99) / 1e3,
                visibleMicros.getMaxValue() / 1e3,
                skipped,
                notVisible);
    }

    private void tick(long startNanos, double rate, long probeEvery) {
        long due = (long) ((System.nanoTime() - startNanos) / 1e9 * rate);
        while (begun < due) {
            begun++;
            HttpConnection connection = idle.poll();
            if (connection == null) {
                skipped++;
            } else {
                deposit(connection, begun % probeEvery == 0);
            }
        }
    }

    private void deposit(HttpConnection connection, boolean followed) {
        long sentNanos = System.nanoTime();
        connection.send(requests.depositInto(accountIds), new Unbroken() {
            @Override
            public void answered(FullHttpResponse response) {
                record(acknowledgedMicros, sentNanos);
                if (followed && response.status().code() == 201) {
                    follow(connection, response);
                } else {
                    idle.add(connection);
                }
            }
        });
    }

    private void follow(HttpConnection connection, FullHttpResponse acknowledged) {
        long acknowledgedNanos = System.nanoTime();
        JsonNode reply = Answer.of(acknowledged).body();
        connection.send(
                requests.accountAt(
                        reply.required("accountId").asText(),
                        reply.required("revision").asLong()),
                new Unbroken() {
                    @Override
                    public void answered(FullHttpResponse response) {
                        record(visibleMicros, acknowledgedNanos);
                        if (response.status().code() != 200) {
                            notVisible++;
                        }
                        idle.add(connection);
                    }
                });
    }

    private static void record(Histogram micros, long sinceNanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - sinceNanos) / 1_000));
    }

    private abstract class Unbroken implements HttpConnection.Answered {
        @Override
        public void broken(Throwable cause) {
            failed.completeExceptionally(cause);
        }
    }
}
