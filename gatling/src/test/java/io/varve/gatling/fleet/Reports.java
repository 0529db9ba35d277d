package io.varve.gatling.fleet;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which vehicles report: one signal, a batch of one vehicle, a stream of many, and one of these again. */
public final class Reports {
    private static final String SENT = "report";
    private static final String AGAIN = "report.before";

    private final Fleet fleet;
    private final int batch;

    /** @param batch how many signals a batch or a stream has */
    public Reports(Fleet fleet, int batch) {
        this.fleet = fleet;
        this.batch = batch;
    }

    /** What is sent: by which vehicle, in which body, and how many signals these are. */
    private record Report(String vehicleId, String body, int signals) {}

    /** Any of the ways. */
    public ChainBuilder any() {
        return randomSwitch()
                .on(
                        percent(50).then(one()),
                        percent(25).then(batch()),
                        percent(15).then(stream()),
                        percent(10).then(again()));
    }

    /** One signal of one vehicle. */
    public ChainBuilder one() {
        return exec(session -> {
                    Signal signal = fleet.next(fleet.anyVehicle());
                    return keep(session, new Report(signal.vehicleId(), Json.write(signal.fields()), 1));
                })
                .exec(report("one signal", "accepted"));
    }

    private ChainBuilder batch() {
        return exec(session -> {
                    int vehicle = fleet.anyVehicle();
                    String signals = Stream.generate(
                                    () -> Json.write(fleet.next(vehicle).fields()))
                            .limit(batch)
                            .collect(Collectors.joining(",", "[", "]"));
                    return keep(session, new Report(fleet.vehicleId(vehicle), signals, batch));
                })
                .exec(report("batch of a vehicle", "accepted"));
    }

    /** What was sent last once more, as a device does that saw no answer; nothing of it may be taken. */
    private ChainBuilder again() {
        return doIf(session -> session.contains(AGAIN))
                .then(exec(session -> session.set(SENT, session.get(AGAIN)))
                        .exec(report("the same again", "duplicates")));
    }

    private static Session keep(Session session, Report report) {
        return session.set(SENT, report).set(AGAIN, report);
    }

    /** @param taken the field of the answer that must count all signals */
    private static ChainBuilder report(String name, String taken) {
        return exec(http(name)
                .post(session -> "/v1/vehicles/" + sent(session).vehicleId() + "/signals")
                .body(StringBody(session -> sent(session).body()))
                .check(
                        status().is(202),
                        jmesPath(taken).ofInt().is(session -> sent(session).signals())));
    }

    private static Report sent(Session session) {
        return session.get(SENT);
    }

    private ChainBuilder stream() {
        return exec(http("stream of many vehicles")
                .post("/v1/signals")
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .body(StringBody(session -> lines()))
                .check(
                        status().is(200),
                        bodyString().transform(Reports::acceptedLines).is((long) batch)));
    }

    private String lines() {
        return Stream.generate(() -> Json.write(fleet.next(fleet.anyVehicle()).line()) + "\n")
                .limit(batch)
                .collect(Collectors.joining());
    }

    private static long acceptedLines(String answers) {
        List<String> lines = answers.lines().toList();
        return lines.stream()
                .map(Json::read)
                .filter(line -> line.path("status").asInt() == 202
                        && line.path("body").path("accepted").asInt() == 1)
                .count();
    }
}
