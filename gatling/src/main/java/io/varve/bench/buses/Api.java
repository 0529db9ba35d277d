package io.varve.bench.buses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Varve's HTTP API, asked one thing after the other. What is not answered as it must be ends the run. */
final class Api {
    /** A replay takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** This client reads nothing of an answer before all is sent: a long answer would stop the server, and so both. */
    private static final int LINES_AT_ONCE = 500;

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(URI url) {
        this.url = url;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void put(String path, String contentType, String body) throws IOException, InterruptedException {
        send(request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofString(body)), Set.of(OK, CREATED));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        String answer = send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
                Set.of(ACCEPTED));
        return JSON.readTree(answer);
    }

    /** Sends lines in their order; the answers' lines. */
    List<JsonNode> stream(String path, List<String> lines) throws IOException, InterruptedException {
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += LINES_AT_ONCE) {
            List<String> part = lines.subList(i, Math.min(lines.size(), i + LINES_AT_ONCE));
            String answer = send(
                    request(path)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(String.join("\n", part) + "\n")),
                    Set.of(OK));
            for (String line : answer.lines().toList()) {
                answers.add(JSON.readTree(line));
            }
        }
        return answers;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET(), Set.of(OK)));
    }

    /** Whether there is an answer of 200 at present. */
    boolean has(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.discarding())
                        .statusCode()
                == OK;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Accept", "application/json, application/x-ndjson, application/problem+json")
                .timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder builder, Set<Integer> wanted) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        var response = client.send(request, BodyHandlers.ofString());
        if (!wanted.contains(response.statusCode())) {
            throw new IOException(request.method() + " " + request.uri() + " was answered " + response.statusCode()
                    + " " + response.body());
        }
        return response.body();
    }
}
