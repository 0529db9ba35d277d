package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The requests of one run, in the words of one system. Every command has a key of its own. */
abstract class Requests extends HttpRequests {
    /** What an account can spend from the start, so that no transfer is refused. */
    static final long FUNDS_MINOR = 1_000_000_000;

    static final String CURRENCY = "EUR";
    private static final int MAX_AMOUNT_MINOR = 10_000;

    private final String runId;
    private final AtomicLong keys = new AtomicLong();

    Requests(String host, String runId) {
        super(host);
        this.runId = runId;
    }

    /** Opens an account that can spend {@link #FUNDS_MINOR}; answered 201. */
    abstract FullHttpRequest open(String accountId);

    /** Deposits a random amount; answered 201. */
    abstract FullHttpRequest deposit(String accountId);

    /** Moves the least amount and asks for the outcome. */
    abstract FullHttpRequest transfer(String from, String to);

    /** Whether the answer to a transfer says that the money has moved. */
    abstract boolean isCompleted(FullHttpResponse answer);

    /** Reads an account; answered 200. */
    abstract FullHttpRequest account(String accountId);

    /** A deposit into one of the accounts, each as likely as any other. */
    final FullHttpRequest depositInto(List<String> accountIds) {
        return deposit(anyOf(accountIds));
    }

    /** A transfer between two of the accounts, each pair as likely as any other. */
    final FullHttpRequest transferAmong(List<String> accountIds) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int from = random.nextInt(accountIds.size());
        // An offset of 1 .. n-1 reaches every other account and never the same one.
        int to = (from + random.nextInt(1, accountIds.size())) % accountIds.size();
        return transfer(accountIds.get(from), accountIds.get(to));
    }

    final String key() {
        return runId + "-k" + keys.incrementAndGet();
    }

    static String anyOf(List<String> accountIds) {
        return accountIds.get(ThreadLocalRandom.current().nextInt(accountIds.size()));
    }

    static int amountMinor() {
        return ThreadLocalRandom.current().nextInt(1, MAX_AMOUNT_MINOR);
    }
}
