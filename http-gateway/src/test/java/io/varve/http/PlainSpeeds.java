package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A plain calculation over a list of signals, to hold the answers of the gateway against. */
final class PlainSpeeds {
    private final List<Seen> signals = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** @param speedKmh or null */
    record Seen(String fleet, String route, Instant at, double lat, double lon, Double speedKmh) {}

    /** Of a vehicle each moment counts once, the first that came. */
    void add(String vehicleId, Seen signal) {
        if (known.add(vehicleId + " " + signal.at())) {
            signals.add(signal);
        }
    }

    /** Expects an answer to be what these signals make of a period. */
    void assertAnswer(JsonNode answer, Instant from, Instant to, int bucketHours, Predicate<Seen> counts) {
        var buckets = new TreeMap<Instant, List<Double>>();
        List<Double> all = new ArrayList<>();
        for (var signal : signals) {
            boolean isIn = !signal.at().isBefore(from) && signal.at().isBefore(to);
            if (isIn && signal.speedKmh() != null && counts.test(signal)) {
                long seconds = bucketHours * 3_600L;
                var start = Instant.ofEpochSecond(signal.at().getEpochSecond() / seconds * seconds);
                buckets.computeIfAbsent(start, s -> new ArrayList<>()).add(signal.speedKmh());
                all.add(signal.speedKmh());
            }
        }
        assertThat(answer.get("buckets")).hasSize(buckets.size());
        var shown = answer.get("buckets").iterator();
        buckets.forEach((start, speeds) -> {
            var bucket = shown.next();
            var end = start.plusSeconds(bucketHours * 3_600L);
            assertThat(Instant.parse(bucket.get("from").asText())).isEqualTo(start.isBefore(from) ? from : start);
            assertThat(Instant.parse(bucket.get("to").asText())).isEqualTo(end.isAfter(to) ? to : end);
            assertStats(bucket, speeds);
        });
        assertStats(answer.get("total"), all);
    }

    private static void assertStats(JsonNode shown, List<Double> speeds) {
        var sorted = speeds.stream().sorted().toList();
        assertThat(shown.get("count").asLong()).isEqualTo(sorted.size());
        if (sorted.isEmpty()) {
            assertThat(shown).hasSize(1);
            return;
        }
        double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(shown.get("meanKmh").asDouble()).isCloseTo(mean, within(1e-9));
        assertThat(shown.get("minKmh").asDouble()).isEqualTo(sorted.get(0));
        assertThat(shown.get("maxKmh").asDouble()).isEqualTo(sorted.get(sorted.size() - 1));
        assertPercentile(shown.get("p50Kmh").asDouble(), sorted, 0.5);
        assertPercentile(shown.get("p95Kmh").asDouble(), sorted, 0.95);
    }

    private static void assertPercentile(double shown, List<Double> sorted, double quantile) {
        double exact = sorted.get((int) Math.floor(quantile * (sorted.size() - 1)));
        assertThat(shown).isCloseTo(exact, within(0.005 * exact + 1e-9));
    }
}
