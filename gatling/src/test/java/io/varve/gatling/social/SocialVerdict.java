package io.varve.gatling.social;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * When the day is over: each post must come to have its author's last words, as many likes as distinct people like
 * it and as many comments as were taken; a deleted one is gone; and feeds of a sample are as history has them. It is
 * one line of the report.
 */
public final class SocialVerdict {
    /** The line of the report that says whether everything is as people did it. */
    public static final String VERDICT = "verdict: as people did it";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int VERIFIED = 20;
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final String POST = "post";
    private static final String PERSON = "person";
    private static final String DONE = "verdict.done";
    private static final String BODY = "verdict.body";
    private static final String STATUS = "verdict.status";

    private final People people;
    private volatile int compared;
    private volatile boolean finished;

    public SocialVerdict(People people) {
        this.people = people;
    }

    /** Asks until all is as it must be, or the deadline of one of the questions has passed. */
    public PopulationBuilder population() {
        ChainBuilder posts = until(
                exec(http("final post")
                        .get(session -> "/v1/posts/" + post(session).id())
                        .check(
                                status().in(OK, GONE).saveAs(STATUS),
                                bodyString().saveAs(BODY))),
                session -> post(session).isDeleted()
                        ? session.getInt(STATUS) == GONE
                        : post(session).isExactlyShownBy(Json.read(session.getString(BODY))),
                session -> post(session) + (post(session).isDeleted() ? " must be gone" : " must be shown"));
        ChainBuilder feeds = until(
                exec(http("verify feed")
                        .post(session -> "/v1/ops/feeds/" + session.getString(PERSON) + "/verify")
                        .check(status().is(OK), bodyString().saveAs(BODY))),
                session -> "[]"
                        .equals(Json.read(session.getString(BODY))
                                .path("differences")
                                .toString()),
                session -> "the feed of " + session.getString(PERSON) + " must be as history has it");
        return scenario("verdict")
                .exec(foreach(session -> List.<Object>copyOf(people.said()), POST)
                        .on(posts))
                .exec(foreach(people.all().stream().limit(VERIFIED).toList(), PERSON)
                        .on(feeds))
                .exec(session -> {
                    finished = true;
                    return session;
                })
                .exec(dummy(VERDICT, 0).withSuccess(session -> holds()))
                .injectOpen(atOnceUsers(1));
    }

    private static Said post(Session session) {
        return session.get(POST);
    }

    private ChainBuilder until(ChainBuilder ask, Predicate<Session> agrees, Function<Session, String> whatMustBe) {
        return exec(session -> session.set(DONE, false))
                .exec(asLongAsDuring(session -> !session.getBoolean(DONE), DEADLINE)
                        .on(
                                exec(session -> session.remove(BODY)),
                                ask,
                                exec(session -> session.set(DONE, session.contains(BODY) && agrees.test(session))),
                                doIf(session -> !session.getBoolean(DONE)).then(pause(BETWEEN_LOOKS))))
                .exec(session -> {
                    compared++;
                    if (!session.getBoolean(DONE)) {
                        people.fault(whatMustBe.apply(session) + ", is " + session.getString(BODY));
                    }
                    return session;
                });
    }

    private boolean holds() {
        return finished && people.faults() == 0;
    }

    /** What was compared, and what Varve says instead. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append("network %s: people %d, posts and comments %d; compared %d, differences %d%n"
                .formatted(people.id(), people.all().size(), people.said().size(), compared, people.faults()));
        people.firstFaults()
                .forEach(line -> text.append("  DIFFERS ").append(line).append('\n'));
        return text.append(holds() ? "  VERDICT: as people did it" : "  VERDICT: FAILED")
                .toString();
    }
}
