package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Single-request deposits spread evenly over many accounts. Every request must be acknowledged. */
public class DepositsSimulation extends Simulation {
    private final String run = "dep-" + Settings.runId();
    private final int accounts = Settings.number("accounts", 1_000, 1);
    private final Opening opening = new Opening(run, accounts, 0);
    private final Load load = Load.fromSettings();
    private final AtomicLong deposits = new AtomicLong();

    /** Wires the run; Gatling starts it. */
    public DepositsSimulation() {
        setUp(opening.population("open accounts").andThen(load.of("deposits", deposit())))
                .protocols(Load.protocol())
                .maxDuration(load.limit())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder deposit() {
        return exec(http("deposit")
                .post(session -> "/v1/accounts/" + opening.accountId(random().nextInt(accounts)) + "/deposits")
                .header("Idempotency-Key", session -> run + "-" + deposits.incrementAndGet())
                .body(StringBody(session -> Json.write(Map.of("amountMinor", random().nextInt(1, 10_000)))))
                .check(status().is(201)));
    }

    private static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }
}
