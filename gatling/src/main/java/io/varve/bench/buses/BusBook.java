package io.varve.bench.buses;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rows of the file.
 *
 * @param rows all of them, in the order of the file
 */
record BusBook(List<BusRow> rows) {
    BusBook {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the file has no rows");
        }
        rows = List.copyOf(rows);
    }

    static BusBook read(Path file) throws IOException {
        var records = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<Map<String, String>> each = records.readValues(file.toFile())) {
            return new BusBook(each.readAll().stream().map(BusRow::from).toList());
        }
    }

    /** The first row of each bus and moment: what is left when the rows arrive in this order. */
    static List<BusRow> firsts(Collection<BusRow> rows) {
        Map<BusRow.Moment, BusRow> firsts = new LinkedHashMap<>();
        rows.forEach(row -> firsts.putIfAbsent(row.moment(), row));
        return List.copyOf(firsts.values());
    }

    TreeSet<String> buses() {
        return collect(BusRow::bus);
    }

    TreeSet<String> routes() {
        return collect(BusRow::route);
    }

    private TreeSet<String> collect(Function<BusRow, String> field) {
        TreeSet<String> values = new TreeSet<>();
        rows.forEach(row -> values.add(field.apply(row)));
        return values;
    }

    Instant first() {
        return rows.stream().map(BusRow::at).min(Instant::compareTo).orElseThrow();
    }

    Instant last() {
        return rows.stream().map(BusRow::at).max(Instant::compareTo).orElseThrow();
    }
}
