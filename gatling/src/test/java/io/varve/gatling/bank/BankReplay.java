package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import io.varve.gatling.bank.Call.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Books the rows of one account at a time, in the bank's order: the next row begins when this one has its outcome. */
final class BankReplay {
    /** The account that a user walks at present. */
    static final String ACCOUNT = "account";

    static final String ROW = "row";
    private static final String SETTLED = "row.settled";
    private static final String AWAITED = "row.awaited";
    private static final String BROKEN = "account.broken";

    private final BankBook book;
    private final BankVerdict verdict;
    private final Call call;

    BankReplay(BankBook book, BankVerdict verdict, Call call) {
        this.book = book;
        this.verdict = verdict;
        this.call = call;
    }

    static String account(Session session) {
        return session.getString(ACCOUNT);
    }

    static BankRow row(Session session) {
        return session.get(ROW);
    }

    /** Opens the account that the session names, with the overdraft that its rows need; a repeat is as good. */
    ChainBuilder open() {
        return call.untilAnswered(
                http("open account")
                        .post(call.url(session -> "/v1/accounts"))
                        .body(StringBody(session -> Json.write(Map.of(
                                "accountId",
                                account(session),
                                "owner",
                                "bank-1993",
                                "currency",
                                BankBook.CURRENCY,
                                "overdraftLimitMinor",
                                book.overdraftLimitMinor(account(session)))))),
                session -> "opening " + account(session),
                this::opened);
    }

    private Session opened(Session session, Answer answer) {
        boolean ours = answer.status() == 201;
        if (!ours) {
            verdict.differs("opening " + account(session) + ": " + answer.status() + " " + answer.text());
        }
        return Call.done(session).set(BROKEN, !ours);
    }

    /**
     * Books all rows of the account, looking at the sampled ones right after they were booked. A row that fails for
     * good ends the account, as all later ones would differ too.
     */
    ChainBuilder rows(ChainBuilder pace, ChainBuilder lookAtSample) {
        ChainBuilder bookRow = exec(pace)
                .exec(session -> session.set(SETTLED, false).set(AWAITED, false))
                .exec(doIfOrElse((Session session) -> row(session).transfers())
                        .then(transfer())
                        .orElse(cash()))
                .exec(this::count)
                .exec(doIf(session ->
                                !session.getBoolean(BROKEN) && row(session).sampled())
                        .then(lookAtSample));
        return exec(foreach(session -> asObjects(book.rowsOf(account(session))), ROW)
                .on(doIf(session -> !session.getBoolean(BROKEN)).then(bookRow)));
    }

    private static List<?> asObjects(List<BankRow> rows) {
        return rows;
    }

    private Session count(Session session) {
        if (!session.getBoolean(SETTLED)) {
            return session.set(BROKEN, true);
        }
        verdict.rowsReplayed.incrementAndGet();
        return session;
    }

    private ChainBuilder cash() {
        return call.untilAnswered(
                http(session -> row(session).entryKind())
                        .post(call.url(session -> "/v1/accounts/" + account(session)
                                + (row(session).amountMinor() > 0 ? "/deposits" : "/withdrawals")))
                        .header("Idempotency-Key", session -> book.commandId(row(session)))
                        .body(StringBody(session -> cashBody(row(session)))),
                session -> "row " + row(session).id(),
                this::booked);
    }

    private static String cashBody(BankRow row) {
        return Json.write(Map.of(
                "amountMinor", Math.abs(row.amountMinor()),
                "effectiveAt", row.effectiveAt(),
                "description", row.kind()));
    }

    private Session booked(Session session, Answer answer) {
        BankRow row = row(session);
        if (answer.status() != 201) {
            verdict.differs(
                    "row " + row.id() + " of " + account(session) + ": " + answer.status() + " " + answer.text());
            return Call.done(session);
        }
        verdict.compare(
                "balance replied to row " + row.id(),
                row.balanceAfterMinor(),
                answer.body().path("balanceMinor").asLong());
        verdict.repliesCompared.incrementAndGet();
        return Call.done(session).set(SETTLED, true);
    }

    private ChainBuilder transfer() {
        ChainBuilder ask = call.untilAnswered(
                http(session -> row(session).entryKind())
                        .post(call.url(session -> "/v1/transfers"))
                        .header("Prefer", "wait=10")
                        .body(StringBody(session -> transferBody(row(session)))),
                session -> "row " + row(session).id(),
                this::accepted);
        ChainBuilder await = call.untilAnswered(
                http("await transfer").get(call.url(session -> "/v1/transfers/" + book.commandId(row(session)))),
                session -> "outcome of row " + row(session).id(),
                (session, answer) -> answer.status() == 404 ? session : outcome(session, answer));
        return exec(ask).exec(doIf(session -> session.getBoolean(AWAITED)).then(await));
    }

    private String transferBody(BankRow row) {
        boolean in = row.amountMinor() > 0;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("transferId", book.commandId(row));
        fields.put("from", in ? book.counterpartyId(row) : book.customerId(row));
        fields.put("to", in ? book.customerId(row) : book.counterpartyId(row));
        fields.put("amountMinor", Math.abs(row.amountMinor()));
        fields.put("currency", BankBook.CURRENCY);
        fields.put("description", row.kind());
        return Json.write(fields);
    }

    private Session accepted(Session session, Answer answer) {
        boolean underWay =
                answer.status() < 300 && answer.body().path("status").asText().equals("accepted");
        return underWay ? Call.done(session).set(AWAITED, true) : outcome(session, answer);
    }

    private Session outcome(Session session, Answer answer) {
        String status = answer.body().path("status").asText();
        if (answer.status() < 300 && status.equals("completed")) {
            return Call.done(session).set(SETTLED, true);
        }
        if (answer.status() < 300 && status.equals("accepted")) {
            return session;
        }
        verdict.differs(
                "row " + row(session).id() + " of " + account(session) + ": " + answer.status() + " " + answer.text());
        return Call.done(session);
    }
}
