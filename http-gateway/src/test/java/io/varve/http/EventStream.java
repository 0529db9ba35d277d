package io.varve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One who listens to a stream of events and remembers all. */
final class EventStream implements AutoCloseable {
    private final InputStream body;
    private final List<Event> events = new ArrayList<>();
    private String lastId = "";

    /** @param id of a heartbeat, too, which has no data */
    record Event(String id, String type, String data) {
        JsonNode json() {
            try {
                return Answer.JSON.readTree(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private EventStream(InputStream body) {
        this.body = body;
        var reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Listens from now on, or after an id. Gives back when the stream has begun. */
    static EventStream open(Api api, String path, String... headers) {
        var request = api.to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = api.stream(request.build());
        if (response.statusCode() != 200) {
            throw new AssertionError("the stream answers " + response.statusCode());
        }
        return new EventStream(response.body());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    add(new Event(fields.get("id"), fields.get("event"), fields.getOrDefault("data", "")));
                    fields.clear();
                } else {
                    int colon = line.indexOf(':');
                    fields.put(line.substring(0, colon), line.substring(colon + 1));
                }
            }
        } catch (IOException closed) {
            // By whoever listens no more, or by the server's end.
        }
    }

    private synchronized void add(Event event) {
        lastId = event.id();
        if (event.type() != null) {
            events.add(event);
        }
    }

    /** The id of the last event or heartbeat. */
    synchronized String lastId() {
        return lastId;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
