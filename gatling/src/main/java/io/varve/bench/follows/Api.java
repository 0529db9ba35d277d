package io.varve.bench.follows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Varve's HTTP API at several gateways, for many threads. What has no answer, or one of 429 or 5xx, is sent again, with
 * the same ids, to the next gateway: so that a node may be killed.
 */
final class Api {
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<URI> gateways;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_PATIENCE)
            .build();
    private final AtomicLong repeats = new AtomicLong();

    /** @param patience how long one thing is tried */
    Api(List<URI> gateways, Duration patience) {
        this.gateways = List.copyOf(gateways);
        this.patience = patience;
    }

    /** @param body a missing node when there is none */
    record Answer(int status, JsonNode body) {}

    /** How many requests were sent again. */
    long repeats() {
        return repeats.get();
    }

    /** @param key tells the command from every other, and its repeats from none */
    Answer send(Act.Command command, String key) throws IOException, InterruptedException {
        var body = command.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.writeValueAsString(command.body()));
        return ask(command.method(), command.path(), body, key);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return ask("GET", path, BodyPublishers.noBody(), null);
    }

    /** A list to its very end. */
    List<JsonNode> list(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
            if (page.status() != 200) {
                throw new IOException(path + " was answered " + page);
            }
            page.body().required("items").forEach(items::add);
            JsonNode next = page.body().get("nextCursor");
            cursor = next == null || next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        return items;
    }

    private Answer ask(String method, String path, HttpRequest.BodyPublisher body, String key)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int first = ThreadLocalRandom.current().nextInt(gateways.size());
        for (int tried = 0; ; tried++) {
            if (tried > 0 && tried % gateways.size() == 0) {
                // All are busy or away: another one alone would have been asked at once.
                Thread.sleep(PAUSE.toMillis());
            }
            URI gateway = gateways.get((first + tried) % gateways.size());
            String failure;
            try {
                HttpResponse<byte[]> response =
                        client.send(request(gateway, method, path, body, key), BodyHandlers.ofByteArray());
                if (response.statusCode() < SERVER_ERROR && response.statusCode() != TOO_MANY_REQUESTS) {
                    return new Answer(response.statusCode(), JSON.readTree(response.body()));
                }
                failure = response.statusCode() + " " + new String(response.body());
            } catch (IOException e) {
                failure = e.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(method + " " + path + " failed for " + patience + ", last by " + failure);
            }
            repeats.incrementAndGet();
        }
    }

    private static HttpRequest request(
            URI gateway, String method, String path, HttpRequest.BodyPublisher body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .timeout(ANSWER_PATIENCE)
                .method(method, body);
        return (key == null ? request : request.header("Idempotency-Key", key)).build();
    }
}
