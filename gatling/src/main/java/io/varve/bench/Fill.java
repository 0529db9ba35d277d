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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Numbered requests that must all be done, in order as far as several connections allow; refused ones go again. */
final class Fill {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final long PAUSE_MILLIS = 100;

    private final HttpGateway gateway;
    private final int many;
    private final IntFunction<FullHttpRequest> request;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /** These belong to the gateway's thread. */
    private final Deque<Integer> refused = new ArrayDeque<>();

    private int begun;
    private int done;
    private int refusals;

    private Fill(HttpGateway gateway, int many, IntFunction<FullHttpRequest> request) {
        this.gateway = gateway;
        this.many = many;
        this.request = request;
    }

    static void run(
            HttpGateway gateway, int connections, int many, IntFunction<FullHttpRequest> request, Duration patience)
            throws IOException, InterruptedException {
        if (many == 0) {
            return;
        }
        List<HttpConnection> opened = gateway.connect(connections);
        Fill fill = new Fill(gateway, many, request);
        try {
            gateway.thread().execute(() -> opened.forEach(fill::next));
            int refusals = fill.ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (refusals > 0) {
                System.out.printf("  (%d requests were refused, and sent again)%n", refusals);
            }
        } catch (ExecutionException e) {
            throw new IOException("could not fill " + gateway.host() + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(gateway.host() + " is not filled after " + patience, e);
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    private void next(HttpConnection connection) {
        if (!refused.isEmpty()) {
            send(connection, refused.poll());
        } else if (begun < many) {
            send(connection, begun++);
        } else if (done < many) {
            // What is under way elsewhere may yet be refused.
            gateway.thread().schedule(() -> next(connection), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send(HttpConnection connection, int number) {
        connection.send(request.apply(number), new HttpConnection.Answered() {
            @Override
            public void answered(FullHttpResponse response) {
                int status = response.status().code();
                if (status < CLIENT_ERROR) {
                    done++;
                } else if (status < SERVER_ERROR) {
                    ended.completeExceptionally(new IOException("request " + number + " was answered " + status));
                } else {
                    refused.add(number);
                    refusals++;
                }
                if (done == many) {
                    ended.complete(refusals);
                }
                next(connection);
            }

            @Override
            public void broken(Throwable cause) {
                ended.completeExceptionally(cause);
            }
        });
    }
}
