package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The replay from its first account to its verdict. A user takes one account, walks it to its end, takes the next. */
public final class BankRun {
    /** The line of the report that says whether everything is as the bank has it. */
    public static final String VERDICT = "verdict: as the bank has it";

    private final BankBook book;
    private final BankVerdict verdict = new BankVerdict();
    private final BankReplay replay;
    private final BankSample sample;
    private final BankComparison comparison;
    private final BankLedger ledger;

    /**
     * @param prefix begins every id, so that the year may be replayed again on the same store
     * @param records the file's rows in booking order
     * @param gateways base addresses; a request that one does not answer goes to the next
     */
    public BankRun(String prefix, List<Map<String, Object>> records, List<String> gateways) {
        book = new BankBook(prefix, records);
        Call call = new Call(gateways, verdict);
        replay = new BankReplay(book, verdict, call);
        sample = new BankSample(book, verdict, call);
        comparison = new BankComparison(book, verdict, call);
        ledger = new BankLedger(book, verdict, call);
    }

    /**
     * Counterparties first, then all customers, then the comparison, then the verdict.
     *
     * @param rowsPerSecond 0 for as fast as the answers come
     */
    public PopulationBuilder population(int users, int rowsPerSecond) {
        ChainBuilder pacing = rowsPerSecond == 0
                ? exec(session -> session)
                : pace(Duration.ofNanos(1_000_000_000L * users / rowsPerSecond));
        ChainBuilder year = exec(replay.open()).exec(replay.rows(pacing, sample.look()));
        List<String> everybody = new ArrayList<>(book.customers());
        everybody.addAll(book.counterparties());
        return walk("open counterparties", 1, book.counterparties(), replay.open())
                .andThen(walk("replay 1993", users, book.customers(), year)
                        .andThen(walk("compare", users, everybody, comparison.compare())
                                .andThen(scenario("verdict")
                                        .exec(ledger.compare())
                                        .exec(dummy(VERDICT, 0).withSuccess(session -> verdict.holds(book)))
                                        .injectOpen(atOnceUsers(1)))));
    }

    private static PopulationBuilder walk(
            String name, int users, Collection<String> accounts, ChainBuilder eachAccount) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(accounts);
        ChainBuilder take = exec(session -> take(session, waiting));
        return scenario(name)
                .exec(take)
                .exec(asLongAs(session -> session.contains(BankReplay.ACCOUNT)).on(exec(eachAccount), exec(take)))
                .injectOpen(atOnceUsers(users));
    }

    private static Session take(Session session, Queue<String> waiting) {
        String account = waiting.poll();
        return account == null ? session.remove(BankReplay.ACCOUNT) : session.set(BankReplay.ACCOUNT, account);
    }

    /** What was replayed, compared and found. */
    public String summary() {
        return verdict.summary(book);
    }
}
