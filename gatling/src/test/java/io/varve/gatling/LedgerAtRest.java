package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import java.time.Duration;

/**
 * Polls the totals of a currency until the ledger is at rest: nothing in flight, and what was deposited less what was
 * withdrawn is what the accounts hold. Reports it as one line of the report, failed if the deadline passes first.
 */
public final class LedgerAtRest {
    static final String CHECK = "ledger at rest";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(500);

    private final String currency;
    private volatile String last = "never read";
    private volatile boolean atRest;

    LedgerAtRest(String currency) {
        this.currency = currency;
    }

    PopulationBuilder population() {
        return scenario(CHECK)
                .exec(asLongAsDuring(session -> !atRest, DEADLINE)
                        .on(
                                exec(http("read totals")
                                        .get("/v1/ledger/totals")
                                        .check(status().is(200), bodyString().saveAs("totals"))),
                                exec(this::look),
                                doIf(session -> !atRest).then(pause(BETWEEN_POLLS))))
                .exec(dummy(CHECK, 0).withSuccess(session -> atRest))
                .injectOpen(atOnceUsers(1));
    }

    private Session look(Session session) {
        for (JsonNode total : Json.read(session.getString("totals")).path("currencies")) {
            if (currency.equals(total.path("currency").asText())) {
                last = total.toString();
                atRest = balances(total);
            }
        }
        return session;
    }

    /** Nothing is in flight, and nothing was made or lost. */
    public static boolean balances(JsonNode total) {
        BigInteger heldMinor = sum(total, "depositedMinor").subtract(sum(total, "withdrawnMinor"));
        return sum(total, "inFlightMinor").signum() == 0 && heldMinor.equals(sum(total, "balanceMinor"));
    }

    /** Sums over accounts may be larger than a long. */
    private static BigInteger sum(JsonNode total, String name) {
        return total.required(name).bigIntegerValue();
    }

    @Override
    public String toString() {
        return "ledger totals " + (atRest ? "at rest: " : "NOT at rest: ") + last;
    }
}
