package io.varve.gatling.social;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people known, then lets them follow each other and say something, before the day begins. */
public final class SocialOpening {
    private static final int AT_ONCE_USERS = 16;
    private static final String NUMBER = "opened";

    private final People people;
    private final Day day;
    private final int follows;

    /** @param follows whom each follows, at most */
    public SocialOpening(People people, Day day, int follows) {
        this.people = people;
        this.day = day;
        this.follows = follows;
    }

    public PopulationBuilder population(PopulationBuilder next) {
        ChainBuilder settle = repeat(follows).on(day.follow()).exec(day.write());
        return each("make known", register())
                .andThen(each("follow and say", settle).andThen(next));
    }

    /** A few at a time, each person once. */
    private PopulationBuilder each(String name, ChainBuilder what) {
        AtomicInteger next = new AtomicInteger();
        int many = people.all().size();
        return scenario(name)
                .exec(session -> take(session, next))
                .exec(asLongAs(session -> session.getInt(NUMBER) < many)
                        .on(
                                exec(session -> Day.as(session, people.personId(session.getInt(NUMBER)))),
                                what,
                                exec(session -> take(session, next))))
                .injectOpen(atOnceUsers(Math.min(AT_ONCE_USERS, many)));
    }

    private static Session take(Session session, AtomicInteger next) {
        return session.set(NUMBER, next.getAndIncrement());
    }

    private static ChainBuilder register() {
        return exec(http("make known")
                .put(session -> "/v1/users/" + Day.person(session))
                .body(StringBody(session -> Json.write(Map.of("displayName", Day.person(session)))))
                .check(status().is(201)));
    }
}
