package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.List;

/** Varve's API. */
final class VarveRequests extends Requests {
    private static final int STATUS_ACCEPTED = 202;

    VarveRequests(String host, String runId) {
        super(host, runId);
    }

    @Override
    FullHttpRequest open(String accountId) {
        return post(
                "/v1/accounts",
                "{\"accountId\":\"" + accountId + "\",\"owner\":\"bench\",\"currency\":\"" + CURRENCY
                        + "\",\"overdraftLimitMinor\":" + FUNDS_MINOR + "}");
    }

    @Override
    FullHttpRequest deposit(String accountId) {
        return deposit(accountId, amountMinor());
    }

    FullHttpRequest deposit(String accountId, int amountMinor) {
        FullHttpRequest request =
                post("/v1/accounts/" + accountId + "/deposits", "{\"amountMinor\":" + amountMinor + "}");
        request.headers().set("Idempotency-Key", key());
        return request;
    }

    @Override
    FullHttpRequest transfer(String from, String to) {
        FullHttpRequest request = post(
                "/v1/transfers",
                "{\"transferId\":\"" + key() + "\",\"from\":\"" + from + "\",\"to\":\"" + to
                        + "\",\"amountMinor\":1,\"currency\":\"" + CURRENCY + "\"}");
        request.headers().set("Prefer", "wait=10");
        return request;
    }

    @Override
    boolean isCompleted(FullHttpResponse answer) {
        return answer.status().code() == STATUS_ACCEPTED
                && answer.content().toString(UTF_8).contains("\"status\":\"completed\"");
    }

    @Override
    FullHttpRequest account(String accountId) {
        return get("/v1/accounts/" + accountId);
    }

    /** Reads an account at no less than a revision, waiting for it. */
    FullHttpRequest accountAt(String accountId, long revision) {
        FullHttpRequest request = account(accountId);
        request.headers().set("Varve-Min-Revision", revision).set("Prefer", "wait=5");
        return request;
    }

    FullHttpRequest totals() {
        return get("/v1/ledger/totals");
    }

    String bulkOpen(String accountId) {
        return bulkOpen(accountId, CURRENCY);
    }

    String bulkOpen(String accountId, String currency) {
        return "{\"op\":\"open-account\",\"accountId\":\"" + accountId + "\",\"owner\":\"bench\",\"currency\":\""
                + currency + "\"}\n";
    }

    /** Deposits a random amount into one of the accounts. */
    String bulkDeposit(List<String> accountIds) {
        return bulkDeposit(anyOf(accountIds), amountMinor());
    }

    String bulkDeposit(String accountId, int amountMinor) {
        return "{\"op\":\"deposit\",\"accountId\":\"" + accountId + "\",\"amountMinor\":" + amountMinor + ",\"key\":\""
                + key() + "\"}\n";
    }
}
