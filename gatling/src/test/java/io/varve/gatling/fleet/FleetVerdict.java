package io.varve.gatling.fleet;

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

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * When the load is over: what the model and the replay say of the fleet and of each quadrant must become exactly what
 * was sent, with no difference between them, and every vehicle must be at its newest signal. One line of the report.
 */
public final class FleetVerdict {
    /** The line of the report that says whether everything is as it was sent. */
    public static final String VERDICT = "verdict: as the fleet drove";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String SCOPE = "scope";
    private static final String VEHICLE = "vehicle";
    private static final String DONE = "verdict.done";
    private static final String BODY = "verdict.body";

    private final Fleet fleet;
    private final List<Scope> scopes = new ArrayList<>();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private volatile boolean finished;

    /** What is asked for, and what must come out. */
    private record Scope(String filter, SpeedSum sum) {}

    public FleetVerdict(Fleet fleet) {
        this.fleet = fleet;
        scopes.add(new Scope("fleet=" + fleet.id(), fleet.sum()));
        for (int quadrant : fleet.town().quadrants()) {
            scopes.add(new Scope("region=" + fleet.town().regionId(quadrant), fleet.sum(quadrant)));
        }
    }

    /** Asks until all is as it must be, or the deadline of one of the questions has passed. */
    public PopulationBuilder population() {
        ChainBuilder speeds = until(
                exec(http("final speeds")
                        .get(session -> "/v1/telemetry/speed?plan=both&bucket=hour&"
                                + scope(session).filter() + "&" + fleet.period())
                        .check(status().is(200), bodyString().saveAs(BODY))),
                (session, answer) -> isExact(scope(session), answer),
                session ->
                        scope(session).filter() + " must be " + scope(session).sum());
        ChainBuilder state = until(
                exec(http("final state")
                        .get(session -> "/v1/vehicles/" + fleet.vehicleId(session.getInt(VEHICLE)))
                        .check(status().is(200), bodyString().saveAs(BODY))),
                (session, answer) -> isNewest(session.getInt(VEHICLE), answer),
                session -> fleet.vehicleId(session.getInt(VEHICLE)) + " must be at its signal of "
                        + fleet.newest(session.getInt(VEHICLE)));
        return scenario("verdict")
                .exec(foreach(session -> List.<Object>copyOf(scopes), SCOPE).on(speeds))
                .exec(foreach(fleet.vehicles(), VEHICLE).on(state))
                .exec(session -> {
                    finished = true;
                    return session;
                })
                .exec(dummy(VERDICT, 0).withSuccess(session -> holds()))
                .injectOpen(atOnceUsers(1));
    }

    private interface Judge {
        boolean agrees(Session session, JsonNode answer);
    }

    private ChainBuilder until(ChainBuilder ask, Judge judge, Function<Session, String> whatMustBe) {
        return exec(session -> session.set(DONE, false))
                .exec(asLongAsDuring(session -> !session.getBoolean(DONE), DEADLINE)
                        .on(
                                exec(session -> session.remove(BODY)),
                                ask,
                                exec(session ->
                                        session.set(DONE, judge.agrees(session, Json.read(session.getString(BODY))))),
                                doIf(session -> !session.getBoolean(DONE)).then(pause(BETWEEN_LOOKS))))
                .exec(session -> {
                    if (!session.getBoolean(DONE)) {
                        differences.add(whatMustBe.apply(session) + ", is " + session.getString(BODY));
                    }
                    return session;
                });
    }

    private static Scope scope(Session session) {
        return session.get(SCOPE);
    }

    private static boolean isExact(Scope scope, JsonNode answer) {
        JsonNode difference = answer.path("difference");
        return scope.sum().isShownBy(answer.path("total"))
                && difference.path("count").asInt(-1) == 0
                && difference.path("meanKmh").asDouble(-1) == 0
                && difference.path("buckets").asInt(-1) == 0;
    }

    private boolean isNewest(int vehicle, JsonNode answer) {
        Instant newest = fleet.newest(vehicle);
        return answer.has("at") ? newest.toString().equals(answer.path("at").asText()) : newest.isBefore(fleet.start());
    }

    private boolean holds() {
        return finished && differences.isEmpty();
    }

    /** What was sent, and what Varve says instead. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append("fleet %s: vehicles %d, signals %s; differences %d%n"
                .formatted(fleet.id(), fleet.vehicles().size(), fleet.sum(), differences.size()));
        differences.stream()
                .limit(20)
                .forEach(line -> text.append("  DIFFERS ").append(line).append('\n'));
        return text.append(holds() ? "  VERDICT: as the fleet drove" : "  VERDICT: FAILED")
                .toString();
    }
}
