package io.varve.gatling.fleet;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.varve.gatling.Json;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a dashboard asks for while vehicles drive. Answers are of a moment that is over, but must be of one: whatever
 * they show was sent, and nothing is counted that was not.
 */
final class Looks {
    private static final int PAGE = 50;
    private static final String VEHICLE = "look.vehicle";
    private static final String QUADRANT = "look.quadrant";
    private static final String SEEN = "look.seen";
    private static final String CURSOR = "look.cursor";
    private static final double FASTEST_KMH = 90;

    private final Fleet fleet;
    private final SignalLog log;
    private final List<String> sortedIds;

    Looks(Fleet fleet, SignalLog log) {
        this.fleet = fleet;
        this.log = log;
        sortedIds = fleet.vehicles().stream().map(fleet::vehicleId).sorted().toList();
    }

    /** Everything that a dashboard asks for once. */
    ChainBuilder all() {
        return exec(session -> session.set(VEHICLE, fleet.anyVehicle())
                        .set(QUADRANT, ThreadLocalRandom.current().nextInt(Town.QUADRANTS)))
                .exec(list())
                .exec(look(
                        "vehicles on the map",
                        session -> "/v1/vehicles?limit=" + PAGE + "&bbox="
                                + fleet.town().bbox(),
                        this::onTheMap))
                .exec(look("vehicle", session -> "/v1/vehicles/" + vehicleId(session), this::vehicle))
                .exec(look(
                        "track",
                        session -> "/v1/vehicles/" + vehicleId(session) + "/track?limit=1000&" + fleet.period(),
                        this::track))
                .exec(look(
                        "speed in a region",
                        session -> "/v1/telemetry/speed?plan=model&bucket=hour&region="
                                + fleet.town().regionId(session.getInt(QUADRANT)) + "&" + fleet.period(),
                        this::speed))
                .exec(look("codes", session -> "/v1/codes?fleet=" + fleet.id() + "&" + fleet.period(), this::codes));
    }

    /** Says what is wrong with an answer; nothing when it is right. */
    private interface Judge {
        String wrong(JsonNode answer, Session session);
    }

    private interface Path {
        String of(Session session);
    }

    private static ChainBuilder look(String name, Path path, Judge judge) {
        return exec(request(name, path, judge));
    }

    private static HttpRequestActionBuilder request(String name, Path path, Judge judge) {
        return http(name)
                .get(path::of)
                .check(
                        status().is(200),
                        bodyString()
                                .transformWithSession((body, session) -> judge.wrong(Json.read(body), session))
                                .is(""));
    }

    /** All pages of the fleet; together they must be the fleet. */
    private ChainBuilder list() {
        return exec(session -> session.set(SEEN, 0).set(CURSOR, ""))
                .exec(asLongAs(session -> session.contains(CURSOR) && session.getInt(SEEN) < sortedIds.size())
                        .on(exec(request("page of vehicles", this::page, this::isNextPage)
                                        .check(jmesPath("nextCursor").optional().saveAs("look.next")))
                                .exec(session -> session.contains("look.next")
                                        ? session.set(CURSOR, session.getString("look.next"))
                                                .set(SEEN, session.getInt(SEEN) + PAGE)
                                                .remove("look.next")
                                        : session.remove(CURSOR))));
    }

    private String page(Session session) {
        String cursor = session.getString(CURSOR);
        return "/v1/vehicles?fleet=" + fleet.id() + "&limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    }

    private String isNextPage(JsonNode answer, Session session) {
        int seen = session.getInt(SEEN);
        List<String> expected = sortedIds.subList(seen, Math.min(seen + PAGE, sortedIds.size()));
        List<String> ids = answer.path("items").findValuesAsText("vehicleId");
        boolean last = seen + PAGE >= sortedIds.size();
        if (!ids.equals(expected)) {
            return "page after " + seen + " vehicles has " + ids;
        }
        return last || answer.has("nextCursor") ? "" : "no cursor after " + seen + " vehicles";
    }

    private String onTheMap(JsonNode answer, Session session) {
        for (JsonNode item : answer.path("items")) {
            String id = item.path("vehicleId").asText();
            if (!log.has(id, item)) {
                return "nobody sent " + item;
            }
        }
        return answer.path("items").isArray() ? "" : "no items";
    }

    private String vehicle(JsonNode answer, Session session) {
        boolean right = answer.path("vehicleId").asText().equals(vehicleId(session))
                && (!answer.has("at") || log.has(vehicleId(session), answer));
        return right ? "" : "nobody sent " + answer;
    }

    private String track(JsonNode answer, Session session) {
        Instant before = Instant.MIN;
        for (JsonNode item : answer.path("items")) {
            Instant at = Instant.parse(item.path("at").asText());
            if (!at.isAfter(before) || !log.has(vehicleId(session), item)) {
                return "after " + before + " comes " + item;
            }
            before = at;
        }
        return answer.path("items").isArray() ? "" : "no items";
    }

    private String speed(JsonNode answer, Session session) {
        long sent = fleet.sum(session.getInt(QUADRANT)).count();
        JsonNode total = answer.path("total");
        long count = total.path("count").asLong(0);
        long inBuckets = 0;
        for (JsonNode bucket : answer.path("buckets")) {
            inBuckets += bucket.path("count").asLong();
        }
        boolean right = answer.path("plan").asText().equals("model")
                && count == inBuckets
                && count <= sent
                && (count == 0
                        || total.path("minKmh").asDouble(-1) >= 0
                                && total.path("maxKmh").asDouble(Double.MAX_VALUE) <= FASTEST_KMH);
        return right ? "" : "after " + sent + " signals: " + answer;
    }

    private String codes(JsonNode answer, Session session) {
        long sent = log.count(signal -> !signal.codes().isEmpty());
        for (JsonNode item : answer.path("items")) {
            boolean right = Fleet.CODES.contains(item.path("code").asText())
                    && item.path("signals").asLong(Long.MAX_VALUE) <= sent
                    && item.path("vehicles").asLong(Long.MAX_VALUE) <= sortedIds.size();
            if (!right) {
                return "after " + sent + " signals with codes: " + item;
            }
        }
        return answer.path("items").isArray() ? "" : "no items";
    }

    private String vehicleId(Session session) {
        return fleet.vehicleId(session.getInt(VEHICLE));
    }
}
