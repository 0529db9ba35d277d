package io.varve.read.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which an event writes a row: the table, the columns of its key, and the columns that are set. Each
 * event writes a row in one shape at most, and a shape always sets all of its columns, save those that are null.
 */
public record Shape(String table, List<String> key, List<String> columns) {
    public Shape {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** The statement; the last marker is the revision, by which Cassandra decides whose value stays. */
    public String cql() {
        var names = Stream.concat(key.stream(), columns.stream()).toList();
        var markers = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + markers
                + ") USING TIMESTAMP ?";
    }

    /**
     * @param revision the number of the event that causes the write
     * @param values the key's and then the columns' values; a column whose value is null is left as it is
     */
    public Write write(long revision, Object... values) {
        return new Write(this, revision, values);
    }
}
