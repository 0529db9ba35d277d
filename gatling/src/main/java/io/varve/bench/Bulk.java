package io.varve.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work by NDJSON bulk requests. */
final class Bulk {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final HttpGateway gateway;
    private final BulkStream.Route route;

    /** Commands, whatever they are. */
    Bulk(HttpGateway gateway) {
        this(gateway, BulkStream.Route.COMMANDS);
    }

    Bulk(HttpGateway gateway, BulkStream.Route route) {
        this.gateway = gateway;
        this.route = route;
    }

    /** Sends the lines in one request. */
    Measured send(Iterator<String> lines) throws IOException, InterruptedException {
        return send(List.of(lines));
    }

    /** Streams lines in several requests at once for a time; the round lasts until the last result. */
    Measured run(Supplier<String> line, int streams, Duration time) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + time.toNanos();
        List<Iterator<String>> sources = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            sources.add(until(endNanos, line));
        }
        return send(sources);
    }

    /** Sends several requests at once. */
    Measured send(List<Iterator<String>> sources) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        List<BulkStream> streams = new ArrayList<>();
        for (Iterator<String> source : sources) {
            BulkStream stream = new BulkStream(gateway.host(), route, source);
            gateway.stream(stream);
            streams.add(stream);
        }
        long taken = 0;
        long refused = 0;
        for (BulkStream stream : streams) {
            BulkStream.Results results = await(stream);
            taken += results.taken();
            refused += results.refused();
            if (results.refused() > 0) {
                System.err.println("bulk refused " + results.refused() + " lines: " + results.firstRefusal());
            }
        }
        return new Measured(taken, refused, (System.nanoTime() - startNanos) / 1e9);
    }

    private static BulkStream.Results await(BulkStream stream) throws IOException, InterruptedException {
        try {
            return stream.results().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("a bulk request has no end after " + PATIENCE, e);
        }
    }

    private static Iterator<String> until(long endNanos, Supplier<String> line) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return System.nanoTime() - endNanos < 0;
            }

            @Override
            public String next() {
                return line.get();
            }
        };
    }
}
