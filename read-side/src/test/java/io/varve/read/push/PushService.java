package io.varve.read.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service on this machine: keeps what it is sent, and answers as it is told. */
final class PushService implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();

    /** @param headers the first value of each, by its name in lower case */
    record Received(Instant at, String path, Map<String, String> headers, byte[] body) {}

    /** @param retryAfter null for none */
    record Reply(int status, String retryAfter) {
        /** It takes the message, and its answer never arrives. */
        static final Reply NONE = new Reply(0, null);
    }

    PushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String endpoint(String browser) {
        return origin() + "/" + browser;
    }

    /** How it answers the next requests to a browser; all others with 201. */
    void reply(String browser, Reply... next) {
        replies.put("/" + browser, new ConcurrentLinkedQueue<>(List.of(next)));
    }

    List<Received> received(String browser) {
        return received.stream()
                .filter(each -> each.path().equals("/" + browser))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        var body = exchange.getRequestBody().readAllBytes();
        var reply = replies.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        received.add(new Received(Instant.now(), path, headers, body));
        if (reply == Reply.NONE) {
            return;
        }
        if (reply != null && reply.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply == null ? 201 : reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
