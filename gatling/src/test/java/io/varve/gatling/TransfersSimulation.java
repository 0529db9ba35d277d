package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Transfers between funded accounts. Every one must be accepted (with {@code -Dwait=N}: completed within N seconds),
 * and when the load is over the ledger must come to rest.
 */
public class TransfersSimulation extends Simulation {
    private static final long FUNDS_MINOR = 100_000_000;

    private final String run = "tra-" + Settings.runId();
    private final int accounts = Settings.number("accounts", 1_000, 2);
    private final int waitSeconds = Settings.number("wait", 0, 0);
    private final Opening opening = new Opening(run, accounts, FUNDS_MINOR);
    private final Load load = Load.fromSettings();
    private final LedgerAtRest ledger = new LedgerAtRest("EUR");
    private final AtomicLong transfers = new AtomicLong();

    /** Wires the run; Gatling starts it. */
    public TransfersSimulation() {
        setUp(opening.population("open accounts")
                        .andThen(load.of("transfers", transfer()).andThen(ledger.population())))
                .protocols(Load.protocol())
                .maxDuration(load.limit())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(LedgerAtRest.CHECK).successfulRequests().count().is(1L));
    }

    @Override
    public void after() {
        System.out.println(ledger);
    }

    private ChainBuilder transfer() {
        HttpRequestActionBuilder request =
                http("transfer").post("/v1/transfers").body(StringBody(session -> body()));
        return exec(
                waitSeconds == 0
                        ? request.check(status().is(202))
                        : request.header("Prefer", "wait=" + waitSeconds)
                                .check(status().in(200, 202), jmesPath("status").is("completed")));
    }

    private String body() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int from = random.nextInt(accounts);
        // An offset of 1 .. n-1 reaches every other account and never the same one.
        int to = (from + random.nextInt(1, accounts)) % accounts;
        return Json.write(Map.of(
                "transferId", run + "-t" + transfers.incrementAndGet(),
                "from", opening.accountId(from),
                "to", opening.accountId(to),
                "amountMinor", random.nextInt(1, 1_000),
                "currency", "EUR"));
    }
}
