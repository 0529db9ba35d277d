package io.varve.read.code;

import io.varve.node.journal.FeedLog;
import io.varve.read.table.Times;
import io.varve.read.vehicle.VehicleSlice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A partition of the reports: an hour, by its start, and a share of the vehicles. */
record CodeHour(Instant hour, int bucket) {
    /** How many partitions an hour's reports are dealt to; fixed once there are rows. */
    static final int BUCKETS = 8;

    static Instant of(Instant at) {
        return Times.calendar(at).truncatedTo(ChronoUnit.HOURS);
    }

    /** The year in UTC. */
    static int yearOf(Instant hour) {
        return Times.calendar(hour).atOffset(ZoneOffset.UTC).getYear();
    }

    /** Neighbouring slices of the feed share a bucket, so that a page of events touches few. */
    static int bucketOf(String vehicleId) {
        return VehicleSlice.of(vehicleId) * BUCKETS / FeedLog.SLICES;
    }
}
