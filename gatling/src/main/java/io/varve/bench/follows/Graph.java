package io.varve.bench.follows;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who follows whom.
 *
 * @param people in the order in which the file names them
 */
record Graph(List<String> people, List<Edge> edges) {
    /** @param followee whom the follower follows */
    record Edge(String follower, String followee) {}

    Graph {
        people = List.copyOf(people);
        edges = List.copyOf(edges);
    }

    /**
     * Reads the columns {@code follower} and {@code followee}.
     *
     * @param prefix begins the ids of the people
     */
    static Graph read(Path file, String prefix) throws IOException {
        var records = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<Map<String, String>> each = records.readValues(file.toFile())) {
            return of(each.readAll().stream()
                    .map(row -> new Edge(id(prefix, row, "follower"), id(prefix, row, "followee")))
                    .toList());
        }
    }

    static Graph of(List<Edge> edges) {
        Set<String> people = new LinkedHashSet<>();
        for (Edge edge : edges) {
            if (edge.follower().equals(edge.followee())) {
                throw new IllegalArgumentException(edge.follower() + " follows himself");
            }
            people.add(edge.follower());
            people.add(edge.followee());
        }
        return new Graph(List.copyOf(people), List.copyOf(new LinkedHashSet<>(edges)));
    }

    private static String id(String prefix, Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("the file has no column " + column);
        }
        return prefix + "-" + value;
    }

    /** What is left when only the first of the people are there. */
    Graph first(int many) {
        List<String> kept = people.subList(0, Math.min(many, people.size()));
        Set<String> known = new HashSet<>(kept);
        return new Graph(
                kept,
                edges.stream()
                        .filter(edge -> known.contains(edge.follower()) && known.contains(edge.followee()))
                        .toList());
    }

    /** Who has the most followers. */
    String best() {
        var followers = edges.stream().collect(Collectors.groupingBy(Edge::followee, Collectors.counting()));
        return people.stream()
                .max(Comparator.comparing(person -> followers.getOrDefault(person, 0L)))
                .orElseThrow(() -> new IllegalArgumentException("the file has no rows"));
    }
}
