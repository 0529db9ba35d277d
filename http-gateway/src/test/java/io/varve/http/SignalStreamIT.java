package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signals of many vehicles in one request: each line is answered for itself, and a bad one harms no other. */
@Timeout(240)
class SignalStreamIT {
    private static final Instant START = Instant.parse("2026-02-16T12:00:00Z");

    private final Api api = TestNode.shared();

    private static String signal(int second) {
        return "\"at\":\"%s\",\"lat\":38.9,\"lon\":-77".formatted(START.plusSeconds(second));
    }

    private static String line(String vehicleId, int second) {
        return "{\"vehicleId\":\"" + vehicleId + "\"," + signal(second) + "}";
    }

    private List<JsonNode> stream(String... lines) {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var answer = api.any("POST", "/v1/signals", body, "Content-Type", "application/x-ndjson")
                .expect(200);
        return Arrays.stream(new String(answer.body(), StandardCharsets.UTF_8).split("\n"))
                .map(SignalStreamIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Answer.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** A result as line:status:accepted/duplicates/late, or as line:status:field. */
    private static String told(JsonNode result) {
        var body = result.path("body");
        String what = body.has("accepted")
                ? body.path("accepted") + "/" + body.path("duplicates") + "/" + body.path("late")
                : body.path("field").asText("-");
        return result.path("line") + ":" + result.path("status") + ":" + what;
    }

    private long recorded(String vehicleId) {
        var track = api.get("/v1/vehicles/" + vehicleId + "/track?from=2026-02-16T00:00:00Z");
        return track.status() == 200 ? track.json().path("items").size() : 0;
    }

    private void awaitRecorded(String vehicleId, long signals) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorded(vehicleId)).isEqualTo(signals));
    }

    @Test
    void everyLine_isToldWhatBecameOfItsOwnSignals() {
        String a = Api.fresh("a");
        String b = Api.fresh("b");
        var lines = new String[] {
            line(a, 5),
            line(b, 5),
            line(a, 6),
            line(a, 5),
            "{\"vehicleId\":\"" + b + "\",\"signals\":[{" + signal(5) + "},{" + signal(3) + "},{" + signal(7) + "}]}",
            line(a, 2)
        };
        assertThat(stream(lines))
                .extracting(SignalStreamIT::told)
                .containsExactly(
                        "1:202:1/0/0", "2:202:1/0/0", "3:202:1/0/0", "4:202:0/1/0", "5:202:2/1/1", "6:202:1/0/1");
        assertThat(stream(lines)).extracting(SignalStreamIT::told).allMatch(told -> told.contains(":202:0/"));
        awaitRecorded(a, 3);
        awaitRecorded(b, 3);
    }

    @Test
    void badLines_areRefusedByNumber_andTheOthersKept() {
        String id = Api.fresh("bus");
        assertThat(stream(
                        line(id, 1),
                        "{\"vehicleId\":",
                        "",
                        "[]",
                        "{" + signal(2) + "}",
                        line("../x", 2),
                        line("stream", 2),
                        line(id, 2).replace("38.9", "91"),
                        line(id, 2).replace("}", ",\"surprise\":1}"),
                        "{\"vehicleId\":\"" + id + "\",\"signals\":[]}",
                        "{\"vehicleId\":\"" + id + "\",\"signals\":[{" + signal(2) + "},{"
                                + signal(3).replace("-77", "x") + "}]}",
                        "{\"vehicleId\":\"" + id + "\",\"signals\":[{" + signal(2) + ",\"speedKmh\":-1}]}",
                        "{\"vehicleId\":\"" + id + "\",\"signals\":[{" + signal(2) + "}],\"lat\":1}",
                        "{\"vehicleId\":\"" + id + "\",\"pad\":\"" + "x".repeat(1024 * 1024) + "\"}",
                        line(id, 4)))
                .extracting(SignalStreamIT::told)
                .containsExactly(
                        "1:202:1/0/0",
                        "2:400:-",
                        "4:400:-",
                        "5:400:vehicleId",
                        "6:400:vehicleId",
                        "7:400:vehicleId",
                        "8:400:lat",
                        "9:400:surprise",
                        "10:400:signals",
                        "11:400:-",
                        "12:400:signals[0].speedKmh",
                        "13:400:signals",
                        "14:413:-",
                        "15:202:1/0/0");
        awaitRecorded(id, 2);
    }

    @Test
    void oneBadLineAmongAThousand_isRefusedByItsNumber() {
        String id = Api.fresh("bus");
        var lines = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> i == 617 ? line(id, i).replace("38.9", "138.9") : line(id, i))
                .toArray(String[]::new);
        var results = stream(lines);
        assertThat(results).hasSize(1_000);
        assertThat(results)
                .filteredOn(result -> result.path("status").asInt() != 202)
                .extracting(SignalStreamIT::told)
                .containsExactly("617:400:lat");
        awaitRecorded(id, 999);
    }

    @Test
    void bodyThatEndsInTheMiddleOfALine_losesThatLineOnly() {
        String id = Api.fresh("bus");
        assertThat(stream(line(id, 1), line(id, 2), line(id, 3).substring(0, 40)))
                .extracting(SignalStreamIT::told)
                .containsExactly("1:202:1/0/0", "2:202:1/0/0", "3:400:-");
    }

    /** Over a bare socket: no HTTP client would do that. */
    @Test
    void connectionThatBreaksInTheMiddleOfALine_losesThatLineOnly() throws IOException {
        String id = Api.fresh("bus");
        String text = line(id, 1) + "\n" + line(id, 2) + "\n" + line(id, 3).substring(0, 40);
        try (var socket = connect()) {
            socket.getOutputStream().write(chunk(text));
            socket.getOutputStream().flush();
            readUntil(socket.getInputStream(), "\"line\":2");
        }
        awaitRecorded(id, 2);
    }

    private Socket connect() throws IOException {
        var uri = api.to("/v1/signals").build().uri();
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream().write("""
                POST /v1/signals HTTP/1.1
                Host: localhost
                Content-Type: application/x-ndjson
                Transfer-Encoding: chunked

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void readUntil(InputStream in, String text) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
    }

    @Test
    void input_isReadOnly_asFastAsAnswersAreTaken() throws IOException {
        byte[] chunk = chunk("{\"vehicleId\":\"x\",\"lat\":0,\"lon\":0,\"pad\":\"" + "x".repeat(100) + "\"}\n");
        var sent = new AtomicLong();
        try (var socket = connect()) {
            var out = socket.getOutputStream();
            new Thread(() -> send(out, chunk, sent)).start();
            readUntil(socket.getInputStream(), "HTTP/1.1 200");
            // Nobody reads on: what is sent comes to a standstill once the buffers in between are full.
            var before = new AtomicLong(-1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> before.getAndSet(sent.get()) == sent.get());
        }
        assertThat(sent.get()).isBetween(1L, 300_000L);
    }

    private static void send(OutputStream out, byte[] chunk, AtomicLong sent) {
        try {
            while (true) {
                out.write(chunk);
                sent.incrementAndGet();
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    @Test
    void twentyThousandLinesOfFiftyVehicles_areAnsweredInOrder_whileTheyAreSent() {
        var ids = IntStream.range(0, 50).mapToObj(i -> Api.fresh("many")).toList();
        int count = 20_000;
        Iterator<byte[]> lines = IntStream.range(0, count)
                .mapToObj(i -> (line(ids.get(i % 50), i / 50) + "\n").getBytes(StandardCharsets.UTF_8))
                .iterator();
        var request = api.to("/v1/signals")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArrays(() -> lines))
                .build();
        var expected = new AtomicLong();
        try (var answers = api.lines(request)) {
            answers.forEach(line -> assertThat(told(json(line))).isEqualTo(expected.incrementAndGet() + ":202:1/0/0"));
        }
        assertThat(expected.get()).isEqualTo(count);
        ids.forEach(id -> awaitRecorded(id, 400));
    }
}
