package io.varve.read.speed;

import java.time.Instant;

/**
 * What a vehicle contributes to the groups of a cell in an hour. Each of the vehicle's events is in it once, in their
 * order: so it is a function of the last of them.
 */
final class Part {
    private final String vehicleId;
    private final Cell cell;
    private final SpeedTally tally;
    private long firstRevision;
    private long lastRevision;
    /** The event that is being taken. */
    private Object taking;

    Part(String vehicleId, Cell cell) {
        this.vehicleId = vehicleId;
        this.cell = cell;
        tally = new SpeedTally();
    }

    Part(String vehicleId, Cell cell, StoredPart stored) {
        this.vehicleId = vehicleId;
        this.cell = cell;
        tally = new SpeedTally(stored.stats());
        firstRevision = stored.firstRevision();
        lastRevision = stored.lastRevision();
    }

    /**
     * Takes a speed, unless its event is in here already.
     *
     * @param event the same object for all speeds of an event, another one when the event comes again
     * @return whether it was taken
     */
    boolean take(Object event, long revision, double speedKmh, Instant at) {
        if (revision > lastRevision) {
            taking = event;
            firstRevision = firstRevision == 0 ? revision : firstRevision;
            lastRevision = revision;
        } else if (taking != event) {
            return false;
        }
        tally.add(speedKmh, at);
        return true;
    }

    String vehicleId() {
        return vehicleId;
    }

    Cell cell() {
        return cell;
    }

    /** Not to be kept: it changes with the part. */
    SpeedStats stats() {
        return tally.view();
    }

    long firstRevision() {
        return firstRevision;
    }

    long lastRevision() {
        return lastRevision;
    }
}
