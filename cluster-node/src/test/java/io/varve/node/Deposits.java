package io.varve.node;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Clients that deposit 1 again and again, each into its own account, and repeat what was not acknowledged. */
public final class Deposits {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Accounts accounts;
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();
    private volatile long limit = Long.MAX_VALUE;

    public Deposits(Node node) {
        accounts = new Accounts(node.entities());
    }

    /** The accounts are called prefix-0, prefix-1 and so on. */
    public Deposits start(String prefix, int count) {
        IntStream.range(0, count).forEach(i -> clients.add(client(prefix + "-" + i)));
        return this;
    }

    private CompletableFuture<Void> client(String account) {
        var done = new CompletableFuture<Void>();
        next(account, 0, done);
        return done;
    }

    private void next(String account, long n, CompletableFuture<Void> done) {
        AccountCommand command = n == 0
                ? new AccountCommand.Open("tester", "EUR", 0, Map.of())
                : new AccountCommand.Deposit(1, null, "deposit " + n);
        accounts.submit(account, "command-" + n, "tester", null, command).whenComplete((outcome, failure) -> {
            boolean accepted = outcome instanceof Outcome.Accepted<AccountAnswer, AccountRefusal>;
            if (accepted) {
                revisions.put(account, n + 1);
                acknowledged.incrementAndGet();
            } else {
                failures.incrementAndGet();
            }
            if (accepted && n + 1 >= limit) {
                done.complete(null);
            } else {
                later().execute(() -> next(account, accepted ? n + 1 : n, done));
            }
        });
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    /** How often a command was not acknowledged. */
    public long failures() {
        return failures.get();
    }

    /** Waits until each client has had so many commands acknowledged; the accounts and their revisions. */
    public Map<String, Long> end(long perAccount) {
        limit = perAccount;
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
        return Map.copyOf(revisions);
    }

    /** Waits until what is on its way is acknowledged; the accounts and their revisions. */
    public Map<String, Long> end() {
        return end(0);
    }
}
