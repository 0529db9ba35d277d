package io.varve.gatling.bank;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.varve.gatling.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One request that outlives a dying node: as long as there is no usable answer the same request, with the same id, goes
 * to the next gateway, until a deadline. What an answer means is for the caller's judge to say.
 */
final class Call {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private static final String GATEWAY = "call.gateway";
    private static final String UNTIL = "call.untilMillis";
    private static final String TRIES = "call.tries";
    private static final String DONE = "call.done";
    private static final String STATUS = "call.status";
    private static final String BODY = "call.body";
    private static final String REPEATED = "call.repeated";

    /** An answer: its status, its body, and whether the request had been sent before. */
    record Answer(int status, JsonNode body, String text, int tries) {}

    /**
     * Judges an answer that is neither missing nor a plea to come back later. A session made {@link #done} ends the
     * call; any other has the request sent again after a pause.
     */
    interface Judge {
        Session judge(Session session, Answer answer);
    }

    private final List<String> gateways;
    private final BankVerdict verdict;

    Call(List<String> gateways, BankVerdict verdict) {
        this.gateways = gateways;
        this.verdict = verdict;
    }

    /** The address of a path at the gateway that this user talks to at present. */
    Function<Session, String> url(Function<Session, String> path) {
        return session -> gateways.get(gateway(session)) + path.apply(session);
    }

    private int gateway(Session session) {
        return session.contains(GATEWAY) ? session.getInt(GATEWAY) : Math.floorMod(session.userId(), gateways.size());
    }

    /** Sends a request until it is answered; {@code what} names it when the deadline passes. */
    ChainBuilder untilAnswered(HttpRequestActionBuilder request, Function<Session, String> what, Judge judge) {
        return exec(session -> session.set(DONE, false)
                        .set(TRIES, 0)
                        .set(UNTIL, System.currentTimeMillis() + DEADLINE.toMillis()))
                .exec(asLongAs(Call::tryAgain)
                        .on(
                                exec(session -> session.removeAll(STATUS, BODY, REPEATED)
                                        .set(TRIES, session.getInt(TRIES) + 1)),
                                exec(request.requestTimeout(REQUEST_TIMEOUT)
                                        .check(
                                                status().saveAs(STATUS),
                                                bodyString().saveAs(BODY),
                                                header("Idempotency-Replayed")
                                                        .optional()
                                                        .saveAs(REPEATED))),
                                exec(session -> look(session, judge)),
                                doIf(session -> !session.getBoolean(DONE)).then(pause(BETWEEN_TRIES))))
                .exec(session -> {
                    if (!session.getBoolean(DONE)) {
                        verdict.differs(what.apply(session) + ": no answer within " + DEADLINE.toSeconds() + " s");
                    }
                    return session.markAsSucceeded();
                });
    }

    private static boolean tryAgain(Session session) {
        return !session.getBoolean(DONE) && System.currentTimeMillis() < session.getLong(UNTIL);
    }

    private Session look(Session session, Judge judge) {
        int status = session.contains(STATUS) ? session.getInt(STATUS) : 0;
        if (status == 0 || status == 429 || status >= 500) {
            verdict.retries.increment();
            return session.set(GATEWAY, (gateway(session) + 1) % gateways.size());
        }
        if (session.contains(REPEATED)) {
            verdict.repeats.increment();
        }
        String text = session.contains(BODY) ? session.getString(BODY) : "";
        Answer answer = new Answer(status, Json.read(text), text, session.getInt(TRIES));
        return judge.judge(session, answer);
    }

    /** The answer is what was asked for, or is final. */
    static Session done(Session session) {
        return session.set(DONE, true);
    }
}
