package io.varve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A client of one node; every answer, and every request that is meant to be good, keeps to the contract. */
final class Api {
    private static final AtomicLong IDS = new AtomicLong();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Duration timeout;

    Api(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    /** An id that nobody has used in this JVM. */
    static String fresh(String prefix) {
        return prefix + "-" + IDS.incrementAndGet();
    }

    String url(String path) {
        return base + path;
    }

    Answer get(String path, String... headers) {
        return good("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) {
        return good("POST", path, body, headers);
    }

    /** A request that keeps to the contract. */
    Answer good(String method, String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = json(method, path, bytes, headers);
        Contract.checkRequest(method, request.uri(), request.headers(), bytes);
        return send(request);
    }

    /** A request that may be wrong in every way; its answer is held against the contract all the same. */
    Answer any(String method, String path, byte[] body, String... headers) {
        return send(request(method, path, body, headers));
    }

    HttpRequest json(String method, String path, byte[] body, String... headers) {
        return request(
                method,
                path,
                body,
                body.length == 0
                        ? headers
                        : Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                                .toArray(String[]::new));
    }

    private HttpRequest request(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    Answer send(HttpRequest request) {
        var answer = unchecked(request);
        Contract.checkAnswer(request.method(), request.uri(), answer.status(), answer.headers(), answer.body());
        return answer;
    }

    /** For a path or method that the contract does not have. Of an answer that has no end the body is left out. */
    Answer uncontracted(String method, String path) {
        return answer(
                request(method, path, new byte[0]),
                info -> isEventStream(info)
                        ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Api::closed)
                        : BodySubscribers.ofByteArray());
    }

    private static byte[] closed(InputStream body) {
        try (body) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEventStream(HttpResponse.ResponseInfo info) {
        return info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    private static Answer unchecked(HttpRequest request) {
        return answer(request, BodyHandlers.ofByteArray());
    }

    private static Answer answer(HttpRequest request, HttpResponse.BodyHandler<byte[]> handler) {
        var response = exchange(request, handler);
        return new Answer(
                request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
    }

    /** The lines of an answer, as they come. */
    Stream<String> lines(HttpRequest request) {
        return exchange(request, BodyHandlers.ofLines()).body();
    }

    HttpResponse<InputStream> stream(HttpRequest request) {
        return exchange(request, BodyHandlers.ofInputStream());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an account with money on it and gives its id. */
    String account(String prefix, String currency, long balanceMinor) {
        String id = fresh(prefix);
        open(id, currency, 0);
        if (balanceMinor > 0) {
            deposit(id, balanceMinor).expect(201);
        }
        return id;
    }

    Answer open(String id, String currency, long overdraftLimitMinor) {
        return post("/v1/accounts", """
                {"accountId":"%s","owner":"Owner of %s","currency":"%s","overdraftLimitMinor":%d}""".formatted(id, id, currency, overdraftLimitMinor))
                .expect(201);
    }

    Answer deposit(String id, long amountMinor, String... headers) {
        return post("/v1/accounts/" + id + "/deposits", "{\"amountMinor\":" + amountMinor + "}", headers);
    }

    Answer withdraw(String id, long amountMinor, String... headers) {
        return post("/v1/accounts/" + id + "/withdrawals", "{\"amountMinor\":" + amountMinor + "}", headers);
    }

    Answer close(String id) {
        return post("/v1/accounts/" + id + "/close", "{}").expect(200);
    }

    /** The account at that revision or a later one. */
    Answer account(String id, long minRevision) {
        return get("/v1/accounts/" + id, "Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15")
                .expect(200);
    }

    /** Starts a transfer and waits for its outcome. */
    Answer transfer(String body) {
        return post("/v1/transfers", body, "Prefer", "wait=15").expect(202);
    }

    /** The transfer's view at the revision of the answer. */
    Answer transferAt(Answer command) {
        return get(
                        "/v1/transfers/" + command.text("transferId"),
                        "Varve-Min-Revision",
                        "" + command.number("revision"),
                        "Prefer",
                        "wait=15")
                .expect(200);
    }

    /** The statement, newest first, of an account whose view has the revision at least. */
    List<JsonNode> entries(String id, long minRevision) {
        var page = get(
                        "/v1/accounts/" + id + "/entries?limit=500",
                        "Varve-Min-Revision",
                        "" + minRevision,
                        "Prefer",
                        "wait=15")
                .expect(200);
        return list(page.json().path("items"));
    }

    static List<JsonNode> list(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(array::get)
                .toList();
    }
}
