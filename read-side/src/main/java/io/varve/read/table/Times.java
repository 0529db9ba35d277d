package io.varve.read.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times as the tables keep them. */
public final class Times {
    /** The first instant that a table can hold. */
    public static final Instant MIN = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** The last instant that a table can hold. */
    public static final Instant MAX = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final Instant CALENDAR_START = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant CALENDAR_END = Instant.parse("9999-12-31T23:59:59.999Z");

    private Times() {}

    /** The time cut to the millisecond, and to what a table can hold: an absurd one must not stop a projection. */
    public static Instant kept(Instant at) {
        if (at == null) {
            return null;
        }
        if (at.isBefore(MIN)) {
            return MIN;
        }
        return at.isAfter(MAX) ? MAX : Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** A bound for kept times: at or above it are exactly the kept times that are at or after the given one. */
    public static Instant ceiling(Instant bound) {
        var kept = kept(bound);
        return kept.isBefore(bound) && kept.isBefore(MAX) ? kept.plusMillis(1) : kept;
    }

    /** The time cut to the millisecond, and to the years 1 to 9999: a device's absurd one must not stop a projection. */
    public static Instant calendar(Instant at) {
        if (at.isBefore(CALENDAR_START)) {
            return CALENDAR_START;
        }
        return at.isAfter(CALENDAR_END) ? CALENDAR_END : Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** The day in UTC; of a time beyond the calendar the nearest. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(calendar(at), ZoneOffset.UTC);
    }

    /** The month in UTC, as the number {@code yyyymm}. */
    public static int month(Instant at) {
        var date = at.atOffset(ZoneOffset.UTC);
        return date.getYear() * 100 + date.getMonthValue();
    }
}
