package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import io.varve.gatling.bank.BankRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A year of a real bank, every row a request, and the bank's own balances as the oracle. A node may die meanwhile: a
 * request without an answer shows as failed in the report and is sent again, so that what must hold is the verdict.
 */
public class BankReplay1993Simulation extends Simulation {
    private final BankRun run = new BankRun(
            Settings.text("bank.prefix", "bank"), csv(file().toString()).readRecords(), Settings.baseUrls());

    /** Wires the run; Gatling starts it. */
    public BankReplay1993Simulation() {
        setUp(run.population(Settings.number("users", 64, 1), Settings.number("rate", 0, 0)))
                .protocols(http.acceptHeader("application/json, application/problem+json")
                        .contentTypeHeader("application/json")
                        .userAgentHeader("varve-gatling")
                        .disableWarmUp()
                        .disableCaching())
                .maxDuration(Duration.ofMinutes(Settings.number("maxMinutes", 30, 1)))
                .assertions(
                        details(BankRun.VERDICT).failedRequests().count().is(0L),
                        details(BankRun.VERDICT).successfulRequests().count().is(1L));
    }

    @Override
    public void after() {
        System.out.println(run.summary());
    }

    /** Looked for from where Maven was started; the data is not part of the repository. */
    private static Path file() {
        Path file = Path.of(Settings.text("bank.csv", "../shared/data/bank-1993.csv"));
        Path found =
                file.isAbsolute() || Files.exists(file) ? file : Path.of("..").resolve(file);
        if (!Files.isReadable(found)) {
            throw new IllegalArgumentException("no bank-1993.csv at " + file + ": say where by -Dbank.csv=<path>");
        }
        return found.toAbsolutePath().normalize();
    }
}
