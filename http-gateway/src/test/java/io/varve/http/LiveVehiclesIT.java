package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All vehicles as they are now, and as they move. Each test has a fleet of its own. */
@Timeout(120)
class LiveVehiclesIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Api api = TestNode.shared();
    private final String fleet = Api.fresh("fleet");

    private String vehicle(String more) {
        String id = Api.fresh("bus");
        api.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"Bus\",\"fleet\":\"" + fleet + "\"" + more + "}")
                .expect(201);
        return id;
    }

    private static String signal(int secondsAgo, double lat, double lon) {
        return "{\"at\":\"%s\",\"lat\":%s,\"lon\":%s,\"speedKmh\":36}"
                .formatted(NOW.minusSeconds(secondsAgo), lat, lon);
    }

    private static String named(String id, int secondsAgo) {
        return id + "@" + NOW.minusSeconds(secondsAgo);
    }

    private void report(String id, String... signals) {
        api.post("/v1/vehicles/" + id + "/signals", "[" + String.join(",", signals) + "]")
                .expect(202);
    }

    private List<String> ids(String query) {
        return Api.list(api.get("/v1/vehicles?fleet=" + fleet + query)
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(item -> item.get("vehicleId").asText())
                .toList();
    }

    private void awaitIds(String query, String... ids) {
        await().atMost(LONG).untilAsserted(() -> assertThat(ids(query)).containsExactly(ids));
    }

    @Test
    void vehicle_isInTheList_asItIs() {
        String id = vehicle(",\"route\":\"C53\"");
        report(id, signal(5, 38.9, -77));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                api.get("/v1/vehicles?fleet=" + fleet).json().at("/items/0"))
                        .isEqualTo(api.get("/v1/vehicles/" + id, "Varve-Min-Revision", "2")
                                .expect(200)
                                .json()));
    }

    @Test
    void list_isFiltered_byRouteAndBox() {
        String first = vehicle(",\"route\":\"A\"");
        String second = vehicle(",\"route\":\"B\"");
        String third = vehicle("");
        report(first, signal(5, 10, 20));
        report(second, signal(5, 10, 179.5));
        awaitIds("", first, second, third);

        awaitIds("&route=A", first);
        awaitIds("&route=A&route=B", first, second);
        awaitIds("&bbox=19,9,21,11", first);
        awaitIds("&bbox=179,9,-179,11", second);
        awaitIds("&bbox=20,10,20,10", first);
        awaitIds("&region=nowhere");
        assertThat(api.any("GET", "/v1/vehicles?fleet=" + fleet + "&route=A,B", new byte[0])
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void list_pagesById() {
        var all = IntStream.range(0, 7).mapToObj(i -> vehicle("")).sorted().toList();
        awaitIds("", all.toArray(String[]::new));
        var paged = new ArrayList<String>();
        String next = "";
        do {
            var page =
                    api.get("/v1/vehicles?fleet=" + fleet + "&limit=3" + next).expect(200);
            Api.list(page.json().path("items"))
                    .forEach(item -> paged.add(item.get("vehicleId").asText()));
            next = page.text("nextCursor") == null ? null : "&cursor=" + page.text("nextCursor");
        } while (next != null);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void stream_tellsEverySignal_andResumesAfterAnyOfThem_withoutGapOrDuplicate() {
        String first = vehicle("");
        String second = vehicle("");
        try (var stream = stream()) {
            report(first, signal(30, 1, 1), signal(20, 1, 2), signal(10, 1, 3));
            report(second, signal(30, 2, 1));
            report(first, signal(25, 1, 1.5), signal(5, 1, 4));
            await().atMost(LONG).until(() -> stream.events().size() == 6);
            assertThat(signals(stream))
                    .containsSubsequence(
                            named(first, 30), named(first, 20), named(first, 10), named(first, 25), named(first, 5))
                    .contains(named(second, 30));
            assertThat(stream.events())
                    .extracting(event -> event.json().get("late").asBoolean())
                    .containsOnlyOnce(true);
            for (int i = 0; i < 6; i++) {
                var rest = signals(stream).subList(i + 1, 6);
                try (var resumed =
                        stream("Last-Event-ID", stream.events().get(i).id())) {
                    await().atMost(LONG).until(() -> resumed.events().size() >= rest.size());
                    assertThat(signals(resumed)).as("after " + i).containsExactlyInAnyOrderElementsOf(rest);
                    assertThat(of(first, signals(resumed))).isEqualTo(of(first, rest));
                }
            }
        }
    }

    private EventStream stream(String... headers) {
        return EventStream.open(api, "/v1/vehicles/stream?fleet=" + fleet, headers);
    }

    /** The signals so far, each as its vehicle and time. */
    private static List<String> signals(EventStream stream) {
        return stream.events().stream()
                .map(event -> event.json().get("vehicleId").asText() + "@"
                        + event.json().get("at").asText())
                .toList();
    }

    /** Those of one vehicle; the order between vehicles may differ. */
    private static List<String> of(String id, List<String> signals) {
        return signals.stream().filter(signal -> signal.startsWith(id + "@")).toList();
    }
}
