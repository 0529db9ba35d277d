package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many commands in one request: each as if it had come alone, those of one account in order. */
@Timeout(240)
class BulkIT {
    private final Api api = TestNode.shared();

    private List<JsonNode> bulk(String... lines) {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var answer = api.any("POST", "/v1/bulk", body, "Content-Type", "application/x-ndjson")
                .expect(200);
        return Arrays.stream(new String(answer.body(), StandardCharsets.UTF_8).split("\n"))
                .map(BulkIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Answer.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static List<Integer> statuses(List<JsonNode> results) {
        return results.stream().map(result -> result.get("status").asInt()).toList();
    }

    private static String open(String id) {
        return "{\"op\":\"open-account\",\"accountId\":\"" + id + "\",\"owner\":\"Bulk\",\"currency\":\"EUR\"}";
    }

    private static String cash(String op, String id, long amountMinor, String key) {
        return "{\"op\":\"%s\",\"accountId\":\"%s\",\"amountMinor\":%d,\"key\":\"%s\"}"
                .formatted(op, id, amountMinor, key);
    }

    private static String transfer(String id, String from, String to, long amountMinor) {
        return "{\"op\":\"transfer\",\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":%d,\"currency\":\"EUR\"}"
                .formatted(id, from, to, amountMinor);
    }

    @Test
    void linesOfOneAccount_dependOnEachOther() {
        String a = Api.fresh("a");
        String b = Api.fresh("b");
        String c = Api.fresh("c");
        var results = bulk(
                open(a),
                open(b),
                open(c),
                cash("deposit", a, 100, "1"),
                transfer(Api.fresh("t"), a, b, 100),
                transfer(Api.fresh("t"), b, c, 100),
                cash("withdraw", c, 100, "1"),
                cash("withdraw", a, 1, "2"),
                cash("deposit", a, 1, "3"),
                cash("withdraw", a, 1, "4"));
        assertThat(statuses(results)).containsExactly(201, 201, 201, 201, 202, 202, 201, 422, 201, 201);
        assertThat(results)
                .extracting(r -> r.get("line").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(api.account(c, 3).number("balanceMinor")).isZero();
    }

    @Test
    void chainOfTransfers_throughOneBulk_takesEffectInOrder() {
        var ids = IntStream.range(0, 30).mapToObj(i -> Api.fresh("chain")).toList();
        var lines = Stream.of(
                        ids.stream().map(BulkIT::open),
                        Stream.of(cash("deposit", ids.get(0), 7, "d")),
                        IntStream.range(1, 30).mapToObj(i -> transfer(Api.fresh("hop"), ids.get(i - 1), ids.get(i), 7)),
                        Stream.of(cash("withdraw", ids.get(29), 7, "w")))
                .flatMap(stream -> stream)
                .toArray(String[]::new);
        var results = bulk(lines);
        assertThat(results.get(results.size() - 1).get("status").asInt())
                .as(results.get(results.size() - 1).toString())
                .isEqualTo(201);
    }

    @Test
    void badLines_areRefused_asAloneTheyWouldBe_andStopNothing() {
        String a = Api.fresh("a");
        var results = bulk(
                open(a),
                "{\"op\":",
                "[1]",
                "",
                "{\"op\":\"steal\"}",
                "{\"accountId\":\"" + a + "\"}",
                cash("deposit", a, 0, "k"),
                cash("deposit", a, 5, "k").replace("}", ",\"surprise\":1}"),
                cash("deposit", "../" + a, 5, "k"),
                cash("deposit", "nobody", 5, "k"),
                cash("withdraw", a, 5, "w"),
                transfer("t/1", a, "b", 1),
                transfer(Api.fresh("t"), a, a, 1),
                cash("deposit", a, 5, "last").replace("\"last\"", "\"\""),
                cash("deposit", a, 5, "last"));
        assertThat(results)
                .extracting(r -> r.get("line").asInt() + ":" + r.get("status").asInt() + ":"
                        + r.at("/body/field").asText("-"))
                .containsExactly(
                        "1:201:-",
                        "2:400:-",
                        "3:400:-",
                        "5:400:op",
                        "6:400:op",
                        "7:400:amountMinor",
                        "8:400:surprise",
                        "9:400:accountId",
                        "10:404:-",
                        "11:422:amountMinor",
                        "12:400:transferId",
                        "13:400:to",
                        "14:400:key",
                        "15:201:-");
    }

    @Test
    void sameInputAgain_isAllRepeats() {
        String a = Api.fresh("a");
        String b = Api.fresh("b");
        var lines = new String[] {
            open(a),
            open(b),
            cash("deposit", a, 10, "d"),
            cash("withdraw", a, 99, "w"),
            transfer(Api.fresh("t"), a, b, 4)
        };
        var first = bulk(lines);
        var again = bulk(lines);
        assertThat(statuses(again)).isEqualTo(statuses(first)).containsExactly(201, 201, 201, 422, 202);
        assertThat(again)
                .extracting(r -> r.get("body"))
                .isEqualTo(first.stream().map(r -> r.get("body")).toList());
        assertThat(first).noneMatch(r -> r.has("repeated"));
        assertThat(again)
                .extracting(r -> r.path("repeated").asBoolean())
                .containsExactly(true, true, true, false, true);
        // A transfer's answer comes once it rests, so the accounts are done.
        assertThat(api.account(a, 4).number("balanceMinor")).isEqualTo(6);
    }

    @Test
    void keyUsedTwice_withOtherContent_isRefused_andNamesTheFieldOfTheLine() {
        String a = Api.fresh("a");
        var results = bulk(open(a), cash("deposit", a, 5, "k"), cash("deposit", a, 6, "k"));
        assertThat(statuses(results)).containsExactly(201, 201, 422);
        assertThat(results.get(2).at("/body/type").asText()).isEqualTo("urn:varve:problem:idempotency-key-reused");
        assertThat(results.get(2).at("/body/field").asText()).isEqualTo("key");
    }

    /**
     * An endless input is only read as far as its answers are: neither side gathers what the other has not taken.
     * Over a bare socket, because an HTTP client has buffers and threads of its own.
     */
    @Test
    void input_isReadOnly_asFastAsAnswersAreTaken() throws IOException {
        String line =
                "{\"op\":\"deposit\",\"accountId\":\"x\",\"amountMinor\":0,\"key\":\"" + "k".repeat(100) + "\"}\n";
        byte[] chunk = (Integer.toHexString(line.length()) + "\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8);
        var uri = api.to("/v1/bulk").build().uri();
        var sent = new AtomicLong();
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var out = socket.getOutputStream();
            out.write("""
                    POST /v1/bulk HTTP/1.1
                    Host: localhost
                    Content-Type: application/x-ndjson
                    Transfer-Encoding: chunked

                    """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            var sender = new Thread(() -> send(out, chunk, sent));
            sender.start();
            assertThat((char) socket.getInputStream().read()).isEqualTo('H');
            // Nobody reads on: what is sent comes to a standstill once the buffers in between are full.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(new StandsStill(sent)::reached);
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

    private static final class StandsStill {
        private final AtomicLong count;
        private long before = -1;

        StandsStill(AtomicLong count) {
            this.count = count;
        }

        boolean reached() {
            long now = count.get();
            boolean still = now == before;
            before = now;
            return still;
        }
    }

    private HttpRequest request(HttpRequest.BodyPublisher body) {
        return api.to("/v1/bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(body)
                .build();
    }

    @Test
    void twentyThousandLines_areAnsweredInOrder_whileTheyAreSent() {
        var ids = IntStream.range(0, 50).mapToObj(i -> Api.fresh("many")).toList();
        bulk(ids.stream().map(BulkIT::open).toArray(String[]::new));
        int count = 20_000;
        Iterator<byte[]> lines = IntStream.range(0, count)
                .mapToObj(i ->
                        (cash("deposit", ids.get(i % 50), 1 + i / 50, "k" + i) + "\n").getBytes(StandardCharsets.UTF_8))
                .iterator();
        var expected = new AtomicLong();
        try (var answers = api.lines(request(BodyPublishers.ofByteArrays(() -> lines)))) {
            answers.forEach(line -> {
                var result = json(line);
                assertThat(result.get("line").asLong()).isEqualTo(expected.incrementAndGet());
                assertThat(result.get("status").asInt()).as(line).isEqualTo(201);
            });
        }
        assertThat(expected.get()).isEqualTo(count);
        // 400 deposits of 1, 2, 3, .. on each, after its opening.
        // So much at once takes the views a while.
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> ids.stream().allMatch(id -> api.account(id, 401).number("balanceMinor") > 0));
        for (String id : ids) {
            assertThat(api.account(id, 401).number("balanceMinor")).isEqualTo(400 * 401 / 2);
        }
        var entries = api.entries(ids.get(0), 401);
        assertThat(entries)
                .extracting(e -> e.get("amountMinor").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 400).mapToObj(i -> 401 - i).toList());
    }
}
