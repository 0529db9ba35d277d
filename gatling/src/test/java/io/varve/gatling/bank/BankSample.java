package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.bank.Call.Answer;

/**
 * Looks at an account right after one of its rows was booked, while the replay goes on around it: the balance and the
 * newest entry must become the bank's. The views follow the journal, so they are asked until they do, up to the
 * deadline of the call; nobody else touches the account meanwhile, so that they cannot pass it by.
 */
final class BankSample {
    private final BankBook book;
    private final BankVerdict verdict;
    private final Call call;

    BankSample(BankBook book, BankVerdict verdict, Call call) {
        this.book = book;
        this.verdict = verdict;
        this.call = call;
    }

    ChainBuilder look() {
        return exec(call.untilAnswered(
                        http("sampled balance").get(call.url(session -> "/v1/accounts/" + BankReplay.account(session))),
                        session -> "balance at sampled row "
                                + BankReplay.row(session).id(),
                        this::balance))
                .exec(call.untilAnswered(
                        http("sampled entry")
                                .get(call.url(
                                        session -> "/v1/accounts/" + BankReplay.account(session) + "/entries?limit=1")),
                        session -> "entry of sampled row "
                                + BankReplay.row(session).id(),
                        this::newestEntry));
    }

    private Session balance(Session session, Answer answer) {
        boolean there = answer.status() == 200
                && answer.body().path("balanceMinor").asLong()
                        == BankReplay.row(session).balanceAfterMinor();
        return there ? Call.done(session) : session;
    }

    private Session newestEntry(Session session, Answer answer) {
        JsonNode entry = answer.body().path("items").path(0);
        if (answer.status() != 200 || !BankEntry.from(entry).equals(BankEntry.of(book, BankReplay.row(session)))) {
            return session;
        }
        verdict.sampledRowsCompared.incrementAndGet();
        return Call.done(session);
    }
}
