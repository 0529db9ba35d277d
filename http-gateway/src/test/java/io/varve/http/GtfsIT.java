package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The feed as a program that knows GTFS-Realtime reads it: now, and as it was. */
@Timeout(120)
class GtfsIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PATH = "/v1/gtfs-rt/vehicle-positions";

    private final Api api = TestNode.shared();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private String vehicle() {
        String id = Api.fresh("gtfs");
        api.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"Tram\",\"fleet\":\"rail\"}")
                .expect(201);
        return id;
    }

    private static String signal(Instant at, double lat) {
        return "{\"at\":\"%s\",\"lat\":%s,\"lon\":-77,\"speedKmh\":36,\"route\":\"C53\"}".formatted(at, lat);
    }

    /** Reports signals and waits until the views have them. */
    private void report(String id, String... signals) {
        long revision = api.post("/v1/vehicles/" + id + "/signals", "[" + String.join(",", signals) + "]")
                .expect(202)
                .number("revision");
        api.get("/v1/vehicles/" + id, "Varve-Min-Revision", "" + revision, "Prefer", "wait=15")
                .expect(200);
    }

    /** The feed, read by the bindings and held against the rules that every feed keeps to. */
    private FeedMessage feed(String query) {
        var answer = api.any("GET", PATH + query, new byte[0]).expect(200);
        assertThat(answer.header("Content-Type")).contains("application/x-protobuf");
        var message = parse(answer.body());
        var ids = new HashSet<String>();
        long timestamp = message.getHeader().getTimestamp();
        message.getEntityList().forEach(entity -> {
            assertThat(ids.add(entity.getId()))
                    .as(entity.getId() + " is unique")
                    .isTrue();
            assertThat(entity.getVehicle().getTimestamp()).isBetween(timestamp - 90, timestamp);
        });
        return message;
    }

    private static FeedMessage parse(byte[] body) {
        try {
            return FeedMessage.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<VehiclePosition> of(String id, FeedMessage message) {
        return message.getEntityList().stream()
                .filter(entity -> entity.getId().equals(id))
                .map(entity -> entity.getVehicle())
                .findFirst();
    }

    @Test
    void feed_tellsWhereAVehicleIs_andLeavesOutWhoIsNotHeardOf() {
        String here = vehicle();
        String gone = vehicle();
        report(here, signal(now, 38.5));
        report(gone, signal(now.minusSeconds(600), 38.5));

        await().atMost(LONG).until(() -> of(here, feed("")).isPresent());

        var found = of(here, feed("")).orElseThrow();
        assertThat(found.getPosition().getSpeed()).isEqualTo(10f);
        assertThat(found.getTrip().getRouteId()).isEqualTo("C53");
        assertThat(of(gone, feed(""))).isEmpty();
    }

    @Test
    void json_saysTheSame() throws InvalidProtocolBufferException {
        String id = vehicle();
        report(id, signal(now, 38.5));
        await().atMost(LONG).until(() -> of(id, feed("")).isPresent());

        String json = api.get(PATH + "?format=json").expect(200).json().toString();

        var read = FeedMessage.newBuilder();
        JsonFormat.parser().merge(json, read);
        assertThat(of(id, read.build())).isEqualTo(of(id, feed("")));
        assertThat(api.get(PATH, "Accept", "application/json").expect(200).header("Content-Type"))
                .contains("application/json");
        api.any("GET", PATH + "?format=pb", new byte[0], "Accept", "application/json")
                .expectProblem(406, "not-acceptable");
    }

    @Test
    void timestamp_neverGoesBack_andUnchangedFeedIsNotSentAgain() {
        String id = vehicle();
        report(id, signal(now, 38.5));
        await().atMost(LONG).until(() -> of(id, feed("")).isPresent());
        var answer = api.any("GET", PATH, new byte[0]).expect(200);
        String modified = answer.header("Last-Modified").orElseThrow();
        String tag = answer.header("ETag").orElseThrow();
        long before = parse(answer.body()).getHeader().getTimestamp();
        // Others send signals meanwhile, so that it may have changed in between.
        var known = api.any("GET", PATH, new byte[0], "If-None-Match", tag);
        if (known.status() == 304) {
            assertThat(known.body()).isEmpty();
            assertThat(known.header("ETag")).contains(tag);
            assertThat(known.header("Last-Modified")).contains(modified);
        }
        report(id, signal(now.plusSeconds(1), 38.6));
        await().atMost(LONG)
                .until(() -> api.any("GET", PATH, new byte[0], "If-Modified-Since", modified)
                                .status()
                        == 200);
        assertThat(feed("").getHeader().getTimestamp()).isGreaterThan(before);
        api.any("GET", PATH, new byte[0], "If-None-Match", tag).expect(200);
    }

    @Test
    void time_givesTheFeedAsItWas_alsoLongAgo_andAtEachMomentTheNewestSignalBefore() {
        String id = vehicle();
        var day = now.minus(Duration.ofDays(20));
        report(id, signal(day, 1), signal(day.plusSeconds(10), 2), signal(day.plusSeconds(300), 3));

        assertThat(of(id, feed("?time=" + day.minusSeconds(1)))).isEmpty();
        assertThat(latitudeAt(id, day)).isEqualTo(1f);
        assertThat(latitudeAt(id, day.plusSeconds(9))).isEqualTo(1f);
        assertThat(latitudeAt(id, day.plusSeconds(10))).isEqualTo(2f);
        assertThat(latitudeAt(id, day.plusSeconds(100))).isEqualTo(2f);
        assertThat(of(id, feed("?time=" + day.plusSeconds(101)))).isEmpty();
        assertThat(latitudeAt(id, day.plusSeconds(300))).isEqualTo(3f);
        assertThat(feed("?time=" + day).getHeader().getTimestamp()).isEqualTo(day.getEpochSecond());
        assertThat(of(id, feed("?time=" + day.plusSeconds(10).getEpochSecond())))
                .isEqualTo(of(id, feed("?time=" + day.plusSeconds(10))));

        var past = api.any("GET", PATH + "?time=" + day, new byte[0]).expect(200);
        assertThat(past.header("Last-Modified")).isEmpty();
        var tag = past.header("ETag").orElseThrow();
        api.any("GET", PATH + "?time=" + day, new byte[0], "If-None-Match", "\"other\", W/" + tag)
                .expect(304);

        report(id, signal(day.plusSeconds(5), 1.5));
        assertThat(latitudeAt(id, day.plusSeconds(9))).isEqualTo(1.5f);
    }

    private float latitudeAt(String id, Instant time) {
        return of(id, feed("?time=" + time)).orElseThrow().getPosition().getLatitude();
    }

    @Test
    void badParameters_areRefusedByName() {
        assertThat(api.any("GET", PATH + "?time=" + now.plusSeconds(3_600), new byte[0])
                        .expectProblem(400, "invalid-field")
                        .text("field"))
                .isEqualTo("time");
        assertThat(api.any("GET", PATH + "?time=yesterday", new byte[0])
                        .expectProblem(400, "invalid-field")
                        .text("field"))
                .isEqualTo("time");
        assertThat(api.any("GET", PATH + "?time=99999999999999999999", new byte[0])
                        .expectProblem(400, "invalid-field")
                        .text("field"))
                .isEqualTo("time");
        assertThat(api.any("GET", PATH + "?format=xml", new byte[0])
                        .expectProblem(400, "invalid-field")
                        .text("field"))
                .isEqualTo("format");
        api.any("GET", PATH + "?since=1", new byte[0]).expectProblem(400, "unknown-field");
    }
}
