package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.LedgerAtRest;
import io.varve.gatling.bank.Call.Answer;

/** Compares the ledger's totals of the currency, asking until the views have caught up. */
final class BankLedger {
    private final BankBook book;
    private final BankVerdict verdict;
    private final Call call;

    BankLedger(BankBook book, BankVerdict verdict, Call call) {
        this.book = book;
        this.verdict = verdict;
        this.call = call;
    }

    ChainBuilder compare() {
        return exec(call.untilAnswered(
                http("ledger totals").get(call.url(session -> "/v1/ledger/totals")),
                session -> "ledger totals at rest",
                this::totals));
    }

    private Session totals(Session session, Answer answer) {
        for (JsonNode total : answer.body().path("currencies")) {
            if (BankBook.CURRENCY.equals(total.path("currency").asText()) && asTheBankHasIt(total)) {
                verdict.ledgerCompared();
                return Call.done(session);
            }
        }
        return session;
    }

    /** Nothing in flight, nothing made or lost; and if the ledger holds no other accounts, the year's cash exactly. */
    private boolean asTheBankHasIt(JsonNode total) {
        boolean onlyOurs = total.path("accounts").asInt()
                == book.customers().size() + book.counterparties().size();
        return LedgerAtRest.balances(total)
                && (!onlyOurs
                        || total.path("depositedMinor").asLong() == book.cashMinor(true)
                                && total.path("withdrawnMinor").asLong() == book.cashMinor(false));
    }
}
