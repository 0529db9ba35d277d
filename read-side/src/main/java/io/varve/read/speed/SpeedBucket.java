package io.varve.read.speed;

/** The parts of a period that are averaged; they begin on the hour or at midnight, in UTC. */
public enum SpeedBucket {
    HOUR(1),
    DAY(24);

    private final int hours;

    SpeedBucket(int hours) {
        this.hours = hours;
    }

    /** The first hour of the bucket that an hour lies in. */
    long firstHour(long hour) {
        return hour - Math.floorMod(hour, hours);
    }

    int hours() {
        return hours;
    }
}
