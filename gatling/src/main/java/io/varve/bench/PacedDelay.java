package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** How long requests take at a rate. */
final class PacedDelay {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final HttpGateway gateway;
    private final int connections;
    private final int status;
    private final Histogram micros = new SynchronizedHistogram(LONGEST_MICROS, 3);
    private volatile int refused;

    /** @param status what answers must have */
    PacedDelay(HttpGateway gateway, int connections, int status) {
        this.gateway = gateway;
        this.connections = connections;
        this.status = status;
    }

    /** Fails when a request is refused. Microseconds from when each request was due, so that a queue counts. */
    Histogram run(LongFunction<FullHttpRequest> request, double rate, Duration time)
            throws IOException, InterruptedException {
        List<HttpConnection> opened = gateway.connect(connections);
        try {
            long sent = new Paced(gateway, opened, source(request, rate)).run(rate, time);
            long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
            while (micros.getTotalCount() + refused < sent && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            if (micros.getTotalCount() < sent) {
                throw new IOException("of " + sent + " requests " + micros.getTotalCount() + " were answered as due");
            }
            return micros;
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    private Paced.Source source(LongFunction<FullHttpRequest> request, double rate) {
        long startNanos = System.nanoTime();
        return new Paced.Source() {
            @Override
            public FullHttpRequest request(long number) {
                return request.apply(number);
            }

            @Override
            public void answered(long number, FullHttpResponse response) {
                if (response.status().code() == status) {
                    // The number-th is due when so many parts of a second are over, and one more.
                    long dueNanos = startNanos + (long) ((number + 1) / rate * 1e9);
                    long late = Math.max(0, (System.nanoTime() - dueNanos) / 1_000);
                    micros.recordValue(Math.min(LONGEST_MICROS, late));
                } else {
                    refused++;
                }
            }
        };
    }
}
