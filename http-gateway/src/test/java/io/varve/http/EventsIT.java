package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The status of a transfer as Server-Sent Events: no gap, no duplicate, and an end. */
@Timeout(60)
class EventsIT {
    private final Api api = TestNode.shared();

    private String start(String more) {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("watched");
        api.transfer("{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":30,\"currency\":\"EUR\"%s}"
                .formatted(id, a, b, more));
        api.get("/v1/transfers/" + id, "Varve-Min-Revision", "1").expect(200);
        return id;
    }

    /** The events of a stream that ends. */
    private List<Map<String, String>> events(String id, String... headers) {
        var request = api.to("/v1/transfers/" + id + "/events");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var all = new ArrayList<Map<String, String>>();
        String stream = api.lines(request.build()).collect(Collectors.joining("\n"));
        for (String block : stream.split("\n\n")) {
            var event = fields(block);
            if (event.containsKey("event")) {
                all.add(event);
            }
        }
        return all;
    }

    private static Map<String, String> fields(String block) {
        var fields = new HashMap<String, String>();
        for (String line : block.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        }
        return fields;
    }

    @Test
    void stream_tellsEveryStatus_andEndsAfterTheFinalOne() throws IOException {
        String id = start("");
        var answer = api.get("/v1/transfers/" + id + "/events").expect(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/event-stream");
        var events = events(id);
        assertThat(events).extracting(e -> e.get("event")).containsExactly("accepted", "completed");
        var last = Answer.JSON.readTree(events.get(1).get("data"));
        assertThat(last.get("transferId").asText()).isEqualTo(id);
        assertThat(last.get("status").asText()).isEqualTo("completed");
        assertThat(last.get("revision").asText()).isEqualTo(events.get(1).get("id"));
        assertThat(last.has("at")).isTrue();
    }

    @Test
    void stream_tellsTheReason() throws IOException {
        String poor = api.account("poor", "EUR", 0);
        String refused = Api.fresh("refused");
        api.transfer("{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"x\",\"amountMinor\":30,\"currency\":\"EUR\"}"
                .formatted(refused, poor));
        api.get("/v1/transfers/" + refused, "Varve-Min-Revision", "1").expect(200);
        var events = events(refused);
        assertThat(events).extracting(e -> e.get("event")).containsExactly("accepted", "rejected");
        assertThat(Answer.JSON.readTree(events.get(1).get("data")).get("reason").asText())
                .isEqualTo("insufficient-funds");
    }

    @Test
    void lastEventId_resumesWithoutGapOrDuplicate() {
        String id = start(",\"hold\":true");
        api.post("/v1/transfers/" + id + "/post", "{}", "Prefer", "wait=15").expect(200);
        var all = events(id);
        assertThat(all).extracting(e -> e.get("event")).containsExactly("accepted", "held", "accepted", "completed");
        for (int i = 0; i < all.size(); i++) {
            assertThat(events(id, "Last-Event-ID", all.get(i).get("id")))
                    .as("after " + all.get(i))
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
        assertThat(events(id, "Last-Event-ID", "0")).isEqualTo(all);
    }

    @Test
    void lastEventId_ofTheFinalEvent_isAnsweredNoContent_soThatBrowsersStop() {
        String id = start("");
        var all = events(id);
        String path = "/v1/transfers/" + id + "/events";
        var over = api.get(path, "Last-Event-ID", all.get(1).get("id")).expect(204);
        assertThat(over.body()).isEmpty();
        // Not of the status before, and not when nothing was seen.
        api.get(path, "Last-Event-ID", all.get(0).get("id")).expect(200);
        api.get(path).expect(200);
    }

    @Test
    void lastEventId_ofAStatusThatIsNotFinal_waitsForTheNext() throws IOException {
        String id = start(",\"hold\":true");
        // Requested, the step, held.
        api.get("/v1/transfers/" + id, "Varve-Min-Revision", "3").expect(200);
        var request = api.to("/v1/transfers/" + id + "/events").header("Last-Event-ID", "3");
        var response = api.stream(request.build());
        assertThat(response.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            api.post("/v1/transfers/" + id + "/void", "{}").expect(202);
            assertThat(next(lines)).isEqualTo("voided");
        }
    }

    @Test
    void stream_ofAHold_staysOpen_andTellsWhatHappensNext() throws IOException {
        String id = start(",\"hold\":true");
        var response = api.stream(api.to("/v1/transfers/" + id + "/events").build());
        assertThat(response.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(next(lines)).isEqualTo("accepted");
            assertThat(next(lines)).isEqualTo("held");
            api.post("/v1/transfers/" + id + "/void", "{}").expect(202);
            assertThat(next(lines)).isEqualTo("voided");
            assertThat(next(lines)).isNull();
        }
    }

    /** The name of the next event; null at the end. */
    private static String next(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                return line.substring("event:".length()).trim();
            }
        }
        return null;
    }
}
