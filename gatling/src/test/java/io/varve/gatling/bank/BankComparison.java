package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.bank.Call.Answer;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads an account's balance and its whole statement, page by page, and compares them with the bank's. What differs is
 * read again until the views must have caught up; only then it counts.
 */
final class BankComparison {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_READS = Duration.ofMillis(500);
    private static final String ENTRIES = "statement.entries";
    private static final String BALANCE = "statement.balanceMinor";
    private static final String PAGE = "statement.page";
    private static final String NEXT = "statement.nextPage";
    private static final String AGAIN = "statement.again";
    private static final String UNTIL = "statement.untilMillis";

    private final BankOracle oracle;
    private final BankVerdict verdict;
    private final Call call;

    BankComparison(BankBook book, BankVerdict verdict, Call call) {
        this.oracle = new BankOracle(book, verdict);
        this.verdict = verdict;
        this.call = call;
    }

    /** Compares the account that the session names, a customer's or a counterparty's. */
    ChainBuilder compare() {
        return exec(session -> session.set(AGAIN, true).set(UNTIL, System.currentTimeMillis() + CATCH_UP.toMillis()))
                .exec(asLongAs(session -> session.getBoolean(AGAIN))
                        .on(
                                readBalance(),
                                readStatement(),
                                exec(this::decide),
                                doIf(session -> session.getBoolean(AGAIN)).then(pause(BETWEEN_READS))))
                .exec(this::record);
    }

    private ChainBuilder readBalance() {
        return exec(session -> session.set(BALANCE, Long.MIN_VALUE))
                .exec(call.untilAnswered(
                        http("final balance").get(call.url(session -> "/v1/accounts/" + BankReplay.account(session))),
                        session -> "final balance of " + BankReplay.account(session),
                        this::keepBalance));
    }

    /** An account that the view does not know yet keeps no balance, and is read again as long as decide() allows. */
    private Session keepBalance(Session session, Answer answer) {
        Session read = Call.done(session);
        return answer.status() == 200
                ? read.set(BALANCE, answer.body().path("balanceMinor").asLong())
                : read;
    }

    private ChainBuilder readStatement() {
        return exec(session -> session.set(ENTRIES, List.of()).set(NEXT, statement(session)))
                .exec(asLongAs(session -> session.contains(NEXT))
                        .on(
                                exec(session -> session.set(PAGE, session.getString(NEXT))
                                        .remove(NEXT)),
                                call.untilAnswered(
                                        http("statement page").get(call.url(session -> session.getString(PAGE))),
                                        session -> "statement of " + BankReplay.account(session),
                                        this::append)));
    }

    private static String statement(Session session) {
        return "/v1/accounts/" + BankReplay.account(session) + "/entries?limit=500";
    }

    private Session append(Session session, Answer answer) {
        List<JsonNode> entries = new ArrayList<>(session.getList(ENTRIES));
        answer.body().path("items").forEach(entries::add);
        Session read = Call.done(session).set(ENTRIES, entries);
        JsonNode cursor = answer.body().path("nextCursor");
        return cursor.isTextual()
                ? read.set(NEXT, statement(session) + "&cursor=" + URLEncoder.encode(cursor.asText(), UTF_8))
                : read;
    }

    private Session decide(Session session) {
        boolean same = oracle.differences(BankReplay.account(session), session.getLong(BALANCE), oldestFirst(session))
                .isEmpty();
        return session.set(AGAIN, !same && System.currentTimeMillis() < session.getLong(UNTIL));
    }

    private Session record(Session session) {
        oracle.record(BankReplay.account(session), session.getLong(BALANCE), oldestFirst(session));
        return session;
    }

    private static List<JsonNode> oldestFirst(Session session) {
        List<JsonNode> entries = new ArrayList<>(session.getList(ENTRIES));
        Collections.reverse(entries);
        return entries;
    }
}
