package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;

/** The API that a peer is expected to have: the same commands, each of them one transaction there. */
final class PeerRequests extends Requests {
    private static final int STATUS_CREATED = 201;

    PeerRequests(String host, String runId) {
        super(host, runId);
    }

    @Override
    FullHttpRequest open(String accountId) {
        return post(
                "/accounts",
                "{\"id\":\"" + accountId + "\",\"currency\":\"" + CURRENCY + "\",\"balance\":" + FUNDS_MINOR + "}");
    }

    @Override
    FullHttpRequest deposit(String accountId) {
        FullHttpRequest request = post("/accounts/" + accountId + "/deposits", "{\"amount\":" + amountMinor() + "}");
        request.headers().set("Idempotency-Key", key());
        return request;
    }

    @Override
    FullHttpRequest transfer(String from, String to) {
        return post(
                "/transfers",
                "{\"id\":\"" + key() + "\",\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":1}");
    }

    @Override
    boolean isCompleted(FullHttpResponse answer) {
        return answer.status().code() == STATUS_CREATED;
    }

    @Override
    FullHttpRequest account(String accountId) {
        return get("/accounts/" + accountId);
    }
}
