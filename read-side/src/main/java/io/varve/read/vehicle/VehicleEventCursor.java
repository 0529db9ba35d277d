package io.varve.read.vehicle;

import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A place in the list of a vehicle's events, which goes from the newest to the first. */
record VehicleEventCursor(Instant at, long revision) {
    /** From the newest to the first. */
    static final Comparator<VehicleEventCursor> ORDER = Comparator.comparing(VehicleEventCursor::at)
            .thenComparingLong(VehicleEventCursor::revision)
            .reversed();

    private static final String LIST = "vehicle-events";
    /** A cursor has no negative numbers, so that its time counts from here. */
    private static final long START_MILLIS = Times.calendar(Instant.MIN).toEpochMilli();

    /** The place after which the page starts: that of the cursor, or that of the period's end. */
    static VehicleEventCursor after(Optional<Instant> to, PageRequest page) {
        // Revisions begin at 1: what is at that very time is not before the place.
        var end = new VehicleEventCursor(Times.ceiling(to.orElse(Times.MAX)), 0);
        return page.cursor()
                .map(VehicleEventCursor::decode)
                .filter(cursor -> ORDER.compare(cursor, end) > 0)
                .orElse(end);
    }

    private static VehicleEventCursor decode(String cursor) {
        var parts = Cursor.decode(LIST, 2, cursor);
        return new VehicleEventCursor(
                Instant.ofEpochMilli(Cursor.number(parts.get(0)) + START_MILLIS), Cursor.number(parts.get(1)));
    }

    private String encode() {
        return Cursor.encode(LIST, at.toEpochMilli() - START_MILLIS, revision);
    }

    static VehicleEventCursor of(VehicleEventView event) {
        return new VehicleEventCursor(event.at(), event.revision());
    }

    /** The first month of the list, as the number {@code yyyymm}. */
    int month() {
        return Times.month(Times.calendar(at));
    }

    /** @param events one more than the limit, if there are that many */
    static Page<VehicleEventView> page(List<VehicleEventView> events, int limit) {
        return Page.cut(events, limit, event -> of(event).encode());
    }
}
