package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Reads feeds, one after the other on each connection and again where needed, until each has shown a post. */
final class FeedsWatch {
    private static final int CONNECTIONS = 16;

    private final HttpGateway gateway;
    private final int connections;

    FeedsWatch(HttpGateway gateway, int connections) {
        this.gateway = gateway;
        this.connections = Math.min(CONNECTIONS, connections);
    }

    /** @param feeds requests for the newest item of each */
    void await(String postId, List<FullHttpRequest> feeds, Duration patience) throws IOException, InterruptedException {
        List<HttpConnection> opened = gateway.connect(connections);
        Watch watch = new Watch("\"postId\":\"" + postId + "\"", feeds);
        try {
            gateway.thread().execute(() -> opened.forEach(watch::next));
            watch.seen.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("a connection broke", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(postId + " is not in all feeds after " + patience, e);
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    /** Of the gateway's thread. */
    private static final class Watch {
        private final String sought;
        private final Deque<FullHttpRequest> left;
        private final CompletableFuture<Void> seen = new CompletableFuture<>();
        private int missing;

        Watch(String sought, List<FullHttpRequest> feeds) {
            this.sought = sought;
            left = new ArrayDeque<>(feeds);
            missing = feeds.size();
        }

        void next(HttpConnection connection) {
            FullHttpRequest feed = left.poll();
            if (feed == null) {
                return;
            }
            connection.send(feed.retainedDuplicate(), new HttpConnection.Answered() {
                @Override
                public void answered(FullHttpResponse response) {
                    if (!response.content().toString(UTF_8).contains(sought)) {
                        left.add(feed);
                    } else if (--missing == 0) {
                        seen.complete(null);
                    }
                    next(connection);
                }

                @Override
                public void broken(Throwable cause) {
                    seen.completeExceptionally(cause);
                }
            });
        }
    }
}
