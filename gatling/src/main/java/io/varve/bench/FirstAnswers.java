package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.util.Locale;

/** Requests one after the other on one connection, each of which is timed and told of. */
final class FirstAnswers implements AutoCloseable {
    private final HttpGateway gateway;
    private final HttpConnection connection;

    FirstAnswers(HttpGateway gateway) throws IOException, InterruptedException {
        this.gateway = gateway;
        connection = gateway.connect(1).get(0);
    }

    /** Prints how long the answer took, and its status; returns the milliseconds. */
    double time(FullHttpRequest request, String what) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        Answer answer = gateway.ask(connection, request);
        double millis = (System.nanoTime() - startNanos) / 1e6;
        System.out.printf(Locale.ROOT, "%-36s %8.1f ms  %d%n", what, millis, answer.status());
        return millis;
    }

    @Override
    public void close() {
        connection.close();
    }
}
