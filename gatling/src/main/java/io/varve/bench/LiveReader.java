package io.varve.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a stream of server-sent events, on a thread of its own. */
final class LiveReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";
    private static final int STATUS_OK = 200;

    private final Stream<String> lines;
    private volatile boolean closed;

    /** Returns when the stream is open. */
    LiveReader(URI url) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        if (response.statusCode() != STATUS_OK) {
            throw new IOException(url + " was answered " + response.statusCode());
        }
        lines = response.body();
    }

    /** Hands on the data of each event from the opening on, as it comes. */
    void start(Consumer<JsonNode> events) {
        Thread reader = new Thread(() -> read(events), "live-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<JsonNode> events) {
        try {
            lines.filter(line -> line.startsWith(DATA))
                    .map(line -> line.substring(DATA.length()))
                    .filter(data -> !data.isBlank())
                    .forEach(data -> events.accept(parse(data)));
        } catch (RuntimeException e) {
            if (!closed) {
                System.err.println("the live stream broke: " + e);
            }
        }
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that is no JSON: " + data, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
    }
}
