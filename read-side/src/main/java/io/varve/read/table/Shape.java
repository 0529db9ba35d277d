package io.varve.read.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which an event writes a row: the table, the columns of its key, and the columns that are set. Each
 * event writes a row in one shape at most, and a shape always sets all of its columns, save those that are null.
 *
 * @param keptFor how long a row stays after its event was recorded; zero for ever. Only rows that one event writes and
 *     that never change may expire
 */
public record Shape(String table, List<String> key, List<String> columns, Duration keptFor) {
    public Shape {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** A shape of rows that stay for ever. */
    public Shape(String table, List<String> key, List<String> columns) {
        this(table, key, columns, Duration.ZERO);
    }

    /** Whether its rows expire. */
    public boolean expires() {
        return !keptFor.isZero();
    }

    /**
     * The statement; the marker after the values is the time by which Cassandra decides whose value stays. One more, if
     * rows expire, is the seconds that are left.
     */
    public String cql() {
        var names = Stream.concat(key.stream(), columns.stream()).toList();
        var markers = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + markers + ") USING TIMESTAMP ?"
                + (expires() ? " AND TTL ?" : "");
    }

    /**
     * @param revision the number of the event that causes the write
     * @param values the key's and then the columns' values; a column whose value is null is left as it is
     */
    public Write write(long revision, Object... values) {
        return new Write(this, revision, Arrays.asList(values));
    }

    /**
     * The same for rows that may expire.
     *
     * @param recordedAt when the event was recorded
     */
    public Write write(Instant recordedAt, long revision, Object... values) {
        return expires() ? Write.expiring(this, revision, Arrays.asList(values), recordedAt) : write(revision, values);
    }
}
