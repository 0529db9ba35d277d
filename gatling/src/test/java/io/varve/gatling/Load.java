package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * How much load and for how long: with {@code -Drate} that many requests per second are begun, whatever the answers
 * take; else {@code -Dusers} callers each wait for an answer before they ask again.
 */
record Load(int users, int ratePerSecond, Duration duration) {
    static Load fromSettings() {
        return new Load(
                Settings.number("users", 64, 1), Settings.number("rate", 0, 0), Settings.seconds("seconds", 30));
    }

    static HttpProtocolBuilder protocol() {
        return http.baseUrls(Settings.baseUrls())
                .acceptHeader("application/json, application/problem+json")
                .contentTypeHeader("application/json")
                .userAgentHeader("varve-gatling")
                .disableWarmUp()
                .disableCaching()
                .shareConnections();
    }

    PopulationBuilder of(String name, ChainBuilder request) {
        return ratePerSecond > 0
                ? scenario(name)
                        .exec(request)
                        .injectOpen(constantUsersPerSec(ratePerSecond).during(duration))
                // What was begun is ended: who prepares a request sends it, too.
                : scenario(name).exec(during(duration, false).on(request)).injectOpen(atOnceUsers(users));
    }

    /** When a run is stopped even if something hangs: the load, and as much again as opening and settling may take. */
    Duration limit() {
        return duration.plus(Duration.ofMinutes(5));
    }
}
