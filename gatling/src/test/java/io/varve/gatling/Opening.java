package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens (and, if told, funds) the accounts of a run, a few at a time, before the load begins. */
final class Opening {
    private static final int AT_ONCE_USERS = 16;
    private static final String INDEX = "openIndex";

    private final String prefix;
    private final int accounts;
    private final long fundsMinor;
    private final AtomicInteger next = new AtomicInteger();

    Opening(String prefix, int accounts, long fundsMinor) {
        this.prefix = prefix;
        this.accounts = accounts;
        this.fundsMinor = fundsMinor;
    }

    String accountId(int index) {
        return prefix + "-" + index;
    }

    PopulationBuilder population(String name) {
        return scenario(name)
                .exec(this::take)
                .exec(asLongAs(session -> session.getInt(INDEX) < accounts)
                        .on(exec(open()), doIf(session -> fundsMinor > 0).then(fund()), exec(this::take)))
                .injectOpen(atOnceUsers(Math.min(AT_ONCE_USERS, accounts)));
    }

    private Session take(Session session) {
        return session.set(INDEX, next.getAndIncrement());
    }

    private ChainBuilder open() {
        return exec(http("open account")
                .post("/v1/accounts")
                .body(StringBody(session -> Json.write(
                        Map.of("accountId", accountId(session.getInt(INDEX)), "owner", "gatling", "currency", "EUR"))))
                .check(status().is(201)));
    }

    private ChainBuilder fund() {
        return exec(http("fund account")
                .post(session -> "/v1/accounts/" + accountId(session.getInt(INDEX)) + "/deposits")
                .header("Idempotency-Key", session -> accountId(session.getInt(INDEX)) + "-funds")
                .body(StringBody(session -> Json.write(Map.of("amountMinor", fundsMinor))))
                .check(status().is(201)));
    }
}
