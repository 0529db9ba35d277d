package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.http.PlainSpeeds.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The model, the replay and a plain calculation agree, whatever comes late or twice and whatever becomes of regions. The
 * random numbers come from {@code -Dvarve.seed=}.
 */
@Timeout(300)
class SpeedsIT {
    private static final long SEED = Long.getLong("varve.seed", 20_260_216);
    private static final Duration LONG = Duration.ofSeconds(90);
    /** A month ends within the period. */
    private static final Instant START = Instant.parse("2026-02-27T22:00:00Z");

    private static final Instant END = START.plus(Duration.ofHours(42));
    private static final List<String> NOTHING = List.of("count", "meanKmh", "minKmh", "maxKmh", "p50Kmh", "p95Kmh");
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final int SOUTH = -60;

    /** Each test has a place of its own: its signals lie within 10 degrees of here. */
    private final int west = 20 * PLACES.getAndIncrement();

    private final Api api = TestNode.shared();
    private final Random random = new Random(SEED);
    private final PlainSpeeds plain = new PlainSpeeds();
    private final String fleet = Api.fresh("fleet");
    private final String route = Api.fresh("route");
    private final List<String> vehicles = List.of(Api.fresh("bus"), Api.fresh("bus"), Api.fresh("tram"));
    private final String region = Api.fresh("speedy");

    /** A question, and which signals it is about. */
    private record Question(String parameters, Instant from, Instant to, int bucketHours, Predicate<Seen> counts) {
        private String path(String plan) {
            return "/v1/telemetry/speed?%s&from=%s&to=%s&bucket=%s&plan=%s"
                    .formatted(parameters, from, to, bucketHours == 1 ? "hour" : "day", plan);
        }
    }

    private void makeKnown() {
        vehicles.forEach(
                id -> api.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"%s\",\"fleet\":\"%s\"}".formatted(id, fleet))
                        .expect(201));
    }

    private Seen signal() {
        return new Seen(
                fleet,
                random.nextInt(3) == 0 ? null : route,
                START.plusSeconds(random.nextInt(42 * 3_600)),
                SOUTH + random.nextDouble() * 10,
                west + random.nextDouble() * 10,
                random.nextInt(10) == 0 ? null : random.nextDouble() * 90);
    }

    /** Signals of random times: most of them late, and some of them sent again, with the same or other content. */
    private void report(int reports) {
        List<Seen> before = new ArrayList<>(List.of(signal()));
        for (int n = 0; n < reports; n++) {
            var vehicle = vehicles.get(random.nextInt(vehicles.size()));
            List<Seen> signals = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                signals.add(signal());
            }
            if (random.nextInt(3) == 0) {
                var old = before.get(random.nextInt(before.size()));
                signals.add(old);
                signals.add(new Seen(fleet, route, old.at(), old.lat(), old.lon(), 999.0));
            }
            before.addAll(signals);
            signals.forEach(signal -> plain.add(vehicle, signal));
            var body = signals.stream().map(SpeedsIT::json).collect(Collectors.joining(",", "[", "]"));
            api.post("/v1/vehicles/" + vehicle + "/signals", body).expect(202);
        }
    }

    private static String json(Seen signal) {
        return "{\"at\":\"%s\",\"lat\":%s,\"lon\":%s".formatted(signal.at(), signal.lat(), signal.lon())
                + (signal.speedKmh() == null ? "" : ",\"speedKmh\":" + signal.speedKmh())
                + (signal.route() == null ? "" : ",\"route\":\"" + signal.route() + "\"")
                + "}";
    }

    /** A rectangle of the plane. */
    private record Box(double west, double south, double east, double north) {
        private boolean covers(Seen signal) {
            return signal.lon() >= west && signal.lon() <= east && signal.lat() >= south && signal.lat() <= north;
        }

        private String ring() {
            return "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]".formatted(west, south, east, north);
        }
    }

    /** Sides from the corner of the test's place, in degrees. */
    private Box box(double fromWest, double fromSouth, double fromEast, double fromNorth) {
        return new Box(west + fromWest, SOUTH + fromSouth, west + fromEast, SOUTH + fromNorth);
    }

    private void draw(String type, String coordinates) {
        assertThat(RegionsIT.put(api, region, RegionsIT.feature(type, coordinates))
                        .status())
                .isIn(200, 201);
    }

    @Test
    void model_replay_andPlainCalculation_agree() {
        makeKnown();
        report(60);
        assertAgreement(List.of(
                question("fleet=" + fleet, signal -> true),
                question("route=" + route, signal -> signal.route() != null)));

        var outer = box(1, 1, 8, 8);
        var hole = box(3, 3, 6, 7);
        draw("Polygon", "[" + outer.ring() + "," + hole.ring() + "]");
        Predicate<Seen> ring = signal -> outer.covers(signal) && !hole.covers(signal);
        assertAgreement(List.of(question("region=" + region, ring)));
        report(40);
        assertAgreement(List.of(question("region=" + region, ring), question("fleet=" + fleet, signal -> true)));

        var left = box(0, 0, 2, 9);
        var right = box(5, 0, 7, 4);
        draw("MultiPolygon", "[[" + left.ring() + "],[" + right.ring() + "]]");
        report(30);
        Predicate<Seen> both = signal -> left.covers(signal) || right.covers(signal);
        assertAgreement(List.of(question("region=" + region, both)));
    }

    @Test
    void regionThatIsRemoved_andDrawnAgain_hasItsWholePast() {
        makeKnown();
        var box = box(2, 2, 7, 7);
        draw("Polygon", "[" + box.ring() + "]");
        report(20);
        assertAgreement(List.of(question("region=" + region, box::covers)));
        api.good("DELETE", "/v1/regions/" + region, "").expect(200);
        api.get(question("region=" + region, box::covers).path("model")).expectProblem(404, "region-not-found");
        // What comes while it is not there belongs to it afterwards.
        report(20);
        draw("Polygon", "[" + box.ring() + "]");
        assertAgreement(List.of(question("region=" + region, box::covers)));
        var moved = box(0, 5, 10, 10);
        draw("Polygon", "[" + moved.ring() + "]");
        report(10);
        assertAgreement(List.of(question("region=" + region, moved::covers)));
    }

    private static Question question(String parameters, Predicate<Seen> counts) {
        return new Question(parameters, START, END, 1, counts);
    }

    /** Of each question the whole, ragged ends, and an hour's middle; by hours and by days; the three plans. */
    private void assertAgreement(List<Question> questions) {
        for (var question : questions) {
            for (var period : List.of(
                    List.of(START, END),
                    List.of(START.plusSeconds(4_321), END.minusMillis(1_234_567)),
                    List.of(START.plusSeconds(7_500), START.plusSeconds(9_000)))) {
                for (int bucketHours : List.of(1, 24)) {
                    var asked = new Question(
                            question.parameters(), period.get(0), period.get(1), bucketHours, question.counts());
                    Awaitility.await().atMost(LONG).untilAsserted(() -> assertAnswers(asked));
                }
            }
        }
    }

    private void assertAnswers(Question question) {
        for (var plan : List.of("both", "model", "replay")) {
            var answer = api.get(question.path(plan), "Prefer", "wait=15").expect(200);
            assertThat(answer.text("plan")).isEqualTo(plan);
            assertPlain(answer.json(), question);
            if (plan.equals("both")) {
                assertNoDifference(answer.json());
                assertPlain(answer.json().get("replay"), question);
            }
        }
    }

    private void assertPlain(JsonNode answer, Question question) {
        plain.assertAnswer(answer, question.from(), question.to(), question.bucketHours(), question.counts());
    }

    private static void assertNoDifference(JsonNode answer) {
        var difference = answer.get("difference");
        NOTHING.forEach(
                field -> assertThat(difference.get(field).asDouble()).as(field).isZero());
        assertThat(difference.get("buckets").asLong()).isZero();
    }

    @Test
    void replay_combinesWhatTheModelCannot() {
        makeKnown();
        var box = box(0, 0, 5, 10);
        draw("Polygon", "[" + box.ring() + "]");
        report(20);
        var asked = question(
                "region=%s&route=%s&fleet=%s".formatted(region, route, fleet),
                signal -> signal.route() != null && box.covers(signal));
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() ->
                        assertPlain(api.get(asked.path("replay")).expect(200).json(), asked));
    }

    @Test
    void bothPlans_neverTellADifference_thatIsOnlyOneOfThemBeingOlder() {
        makeKnown();
        var question = question("fleet=" + fleet, signal -> true);
        for (int n = 0; n < 8; n++) {
            report(3);
            var answer = api.get(question.path("both"), "Prefer", "wait=15");
            assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
            if (answer.status() == 200) {
                assertNoDifference(answer.json());
            }
        }
    }

    @Test
    void unknownRegion_isNotFound_andOneWhosePastIsNotWorkedOut_isBehind() {
        for (var plan : List.of("model", "replay", "both")) {
            var answer = api.get("/v1/telemetry/speed?region=" + Api.fresh("nowhere") + "&plan=" + plan);
            assertThat(answer.expectProblem(404, "region-not-found").text("field"))
                    .isEqualTo("region");
        }
        draw("Polygon", "[" + box(0, 0, 1, 1).ring() + "]");
        var early = api.get("/v1/telemetry/speed?region=" + region, "Prefer", "wait=0");
        assertThat(early.status()).isIn(200, 503);
        if (early.status() == 503) {
            early.expectProblem(503, "view-behind");
            assertThat(early.header("Retry-After")).isPresent();
        }
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> api.get("/v1/telemetry/speed?region=" + region, "Prefer", "wait=15")
                        .expect(200));
    }

    @Test
    void withoutSignals_thereAreNoBuckets_andATotalOfNone() {
        var answer = api.get("/v1/telemetry/speed?fleet=" + Api.fresh("empty")).expect(200);
        assertThat(answer.json().toString())
                .isEqualTo("{\"plan\":\"model\",\"buckets\":[],\"total\":{\"count\":0},"
                        + "\"percentileRelativeError\":0.005}");
    }

    @Test
    void usualPeriod_isOfWholeHours_upToTheEndOfThisOne() {
        makeKnown();
        var now = Instant.now();
        var body = "{\"at\":\"%s\",\"lat\":0,\"lon\":0,\"speedKmh\":30}";
        api.post(
                        "/v1/vehicles/" + vehicles.get(0) + "/signals",
                        "[%s,%s,%s]"
                                .formatted(
                                        body.formatted(now),
                                        body.formatted(now.minus(Duration.ofDays(6))),
                                        body.formatted(now.minus(Duration.ofDays(8)))))
                .expect(202);
        Awaitility.await().atMost(LONG).untilAsserted(() -> {
            var answer =
                    api.get("/v1/telemetry/speed?fleet=" + fleet).expect(200).json();
            assertThat(answer.at("/total/count").asLong()).isEqualTo(2);
            assertThat(Instant.parse(answer.at("/buckets/1/to").asText())).isAfter(now);
        });
    }
}
