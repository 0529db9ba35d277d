package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The requests of one run. Every command has a key of its own. */
final class Requests {
    private static final int MAX_AMOUNT_MINOR = 10_000;

    private final String host;
    private final String runId;
    private final AtomicLong keys = new AtomicLong();

    Requests(String host, String runId) {
        this.host = host;
        this.runId = runId;
    }

    /** A deposit into one of the accounts, each as likely as any other. */
    FullHttpRequest deposit(List<String> accountIds) {
        FullHttpRequest request = request(
                HttpMethod.POST,
                "/v1/accounts/" + anyOf(accountIds) + "/deposits",
                "{\"amountMinor\":" + amountMinor() + "}");
        request.headers().set("Idempotency-Key", key());
        return request;
    }

    /** Reads an account at no less than a revision, waiting for it. */
    FullHttpRequest accountAt(String accountId, long revision) {
        FullHttpRequest request = request(HttpMethod.GET, "/v1/accounts/" + accountId, "");
        request.headers().set("Varve-Min-Revision", revision).set("Prefer", "wait=5");
        return request;
    }

    FullHttpRequest get(String path) {
        return request(HttpMethod.GET, path, "");
    }

    String bulkOpen(String accountId) {
        return "{\"op\":\"open-account\",\"accountId\":\"" + accountId
                + "\",\"owner\":\"bench\",\"currency\":\"EUR\"}\n";
    }

    String bulkDeposit(List<String> accountIds) {
        return "{\"op\":\"deposit\",\"accountId\":\"" + anyOf(accountIds) + "\",\"amountMinor\":" + amountMinor()
                + ",\"key\":\"" + key() + "\"}\n";
    }

    private FullHttpRequest request(HttpMethod method, String path, String body) {
        ByteBuf content = body.isEmpty() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body.getBytes(UTF_8));
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, content);
        request.headers().set(HttpHeaderNames.HOST, host);
        if (!body.isEmpty()) {
            request.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        }
        return request;
    }

    private String key() {
        return runId + "-k" + keys.incrementAndGet();
    }

    private static String anyOf(List<String> accountIds) {
        return accountIds.get(ThreadLocalRandom.current().nextInt(accountIds.size()));
    }

    private static int amountMinor() {
        return ThreadLocalRandom.current().nextInt(1, MAX_AMOUNT_MINOR);
    }
}
