package io.varve.bench.buses;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to a question, calculated or read.
 *
 * @param buckets those that have signals, by their first moment
 */
record Report(SortedMap<Instant, Bucket> buckets, Figures total) {
    /** @param to the end, excluded */
    record Bucket(Instant to, Figures figures) {}

    /** The plain calculation over everything that was sent. */
    static Report calculate(Question question, Collection<Sent> everything) {
        List<Double> total = new ArrayList<>();
        SortedMap<Instant, List<Double>> byBucket = new TreeMap<>();
        Duration length = Duration.ofHours(question.bucketHours());
        for (Sent sent : everything) {
            if (question.takes(sent)) {
                long number = sent.row().at().getEpochSecond() / length.toSeconds();
                Instant start = Instant.ofEpochSecond(number * length.toSeconds());
                byBucket.computeIfAbsent(start, none -> new ArrayList<>())
                        .add(sent.row().speedKmh());
                total.add(sent.row().speedKmh());
            }
        }
        SortedMap<Instant, Bucket> buckets = new TreeMap<>();
        for (Map.Entry<Instant, List<Double>> each : byBucket.entrySet()) {
            Instant from = each.getKey();
            Instant to = from.plus(length);
            buckets.put(
                    from.isBefore(question.from()) ? question.from() : from,
                    new Bucket(to.isAfter(question.to()) ? question.to() : to, Figures.of(each.getValue())));
        }
        return new Report(buckets, Figures.of(total));
    }

    /** Reads Varve's answer. */
    static Report read(JsonNode answer) {
        SortedMap<Instant, Bucket> buckets = new TreeMap<>();
        for (JsonNode bucket : answer.required("buckets")) {
            buckets.put(
                    Instant.parse(bucket.required("from").asText()),
                    new Bucket(Instant.parse(bucket.required("to").asText()), figures(bucket)));
        }
        return new Report(buckets, figures(answer.required("total")));
    }

    private static Figures figures(JsonNode node) {
        long count = node.required("count").asLong();
        return count == 0
                ? Figures.NONE
                : new Figures(
                        count,
                        node.required("meanKmh").asDouble(),
                        node.required("minKmh").asDouble(),
                        node.required("maxKmh").asDouble(),
                        node.required("p50Kmh").asDouble(),
                        node.required("p95Kmh").asDouble());
    }
}
