package io.varve.read.speed;

import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.Write;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of the model. Beside the rows of vehicles, all bear the number of signals that they count in place of a
 * revision: of two versions of a row the one that counts more is the later one, whoever wrote it.
 */
final class SpeedTables {
    static final String PART = "speed_part";
    static final String HOUR = "speed_hour";
    static final String DAY = "speed_day";
    static final String VEHICLE = "speed_vehicle";

    static final int HOURS = 24;
    static final List<String> STATS =
            List.of("signals", "sum_nano_kmh", "min_kmh", "max_kmh", "first_at", "last_at", "sketch");
    static final List<String> PART_COLUMNS = Stream.concat(STATS.stream(), Stream.of("first_revision", "last_revision"))
            .toList();
    /** The columns of a day: how many signals each of its hours counts. */
    static final List<String> DAY_COLUMNS = IntStream.range(0, HOURS)
            .mapToObj(hour -> String.format("h%02d", hour))
            .toList();

    static final List<String> PART_KEY = List.of("share", "hour", "vehicle_id", "fleet", "route", "region", "outline");
    private static final Shape PART_ROW = new Shape(PART, PART_KEY, PART_COLUMNS);
    private static final Shape HOUR_ROW = new Shape(HOUR, List.of("speed_group", "month", "hour", "share"), STATS);
    private static final List<Shape> DAY_ROWS = DAY_COLUMNS.stream()
            .map(column -> new Shape(DAY, List.of("speed_group", "month", "day", "share"), List.of(column)))
            .toList();
    private static final Shape VEHICLE_ROW = new Shape(VEHICLE, List.of("share", "vehicle_id"), List.of("revision"));

    private SpeedTables() {}

    static Write part(int share, long hour, Part part) {
        var stats = part.stats();
        var cell = part.cell();
        var values = new ArrayList<Object>(Arrays.asList(
                share,
                SpeedFold.startOf(hour),
                part.vehicleId(),
                cell.fleet(),
                cell.route(),
                cell.region(),
                cell.outline()));
        values.addAll(columns(stats));
        values.add(part.firstRevision());
        values.add(part.lastRevision());
        return PART_ROW.write(stats.count(), values.toArray());
    }

    static Write hour(int share, long hour, SpeedGroup group, SpeedStats stats) {
        var start = SpeedFold.startOf(hour);
        var values = new ArrayList<Object>(Arrays.asList(group.key(), Times.month(start), start, share));
        values.addAll(columns(stats));
        return HOUR_ROW.write(stats.count(), values.toArray());
    }

    /** Says that an hour has changed; to be written after the hour. */
    static Write changed(int share, long hour, SpeedGroup group, long count) {
        var start = SpeedFold.startOf(hour);
        int ofDay = Math.floorMod(hour, HOURS);
        return DAY_ROWS.get(ofDay)
                .write(count, group.key(), Times.month(start), SpeedFold.startOf(hour - ofDay), share, count);
    }

    static Write vehicle(int share, String vehicleId, long revision) {
        return VEHICLE_ROW.write(revision, share, vehicleId, revision);
    }

    private static List<Object> columns(SpeedStats stats) {
        return List.of(
                stats.count(),
                stats.sumNanoKmh(),
                stats.minKmh(),
                stats.maxKmh(),
                stats.firstAt(),
                stats.lastAt(),
                stats.encodedSketch());
    }

    static SpeedStats stats(Function<String, Object> column) {
        return new SpeedStats(
                (Long) column.apply("signals"),
                (BigInteger) column.apply("sum_nano_kmh"),
                (Double) column.apply("min_kmh"),
                (Double) column.apply("max_kmh"),
                (Instant) column.apply("first_at"),
                (Instant) column.apply("last_at"),
                SpeedStats.decodedSketch((ByteBuffer) column.apply("sketch")));
    }

    static StoredPart part(Function<String, Object> column) {
        var cell = new Cell(
                (String) column.apply("fleet"),
                (String) column.apply("route"),
                (String) column.apply("region"),
                (Integer) column.apply("outline"));
        return new StoredPart(
                (String) column.apply("vehicle_id"), cell, stats(column), (Long) column.apply("first_revision"), (Long)
                        column.apply("last_revision"));
    }
}
