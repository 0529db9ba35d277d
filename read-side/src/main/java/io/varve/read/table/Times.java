package io.varve.read.table;

import java.time.Instant;
import java.time.ZoneOffset;

/** Times as the tables keep them. */
public final class Times {
    /** The first instant that a table can hold. */
    public static final Instant MIN = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** The last instant that a table can hold. */
    public static final Instant MAX = Instant.ofEpochMilli(Long.MAX_VALUE);

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

    /** The month in UTC, as the number {@code yyyymm}. */
    public static int month(Instant at) {
        var date = at.atOffset(ZoneOffset.UTC);
        return date.getYear() * 100 + date.getMonthValue();
    }
}
