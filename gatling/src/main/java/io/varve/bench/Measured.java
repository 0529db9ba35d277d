package io.varve.bench;

/**
 * One round of one kind of work.
 *
 * @param done how many were acknowledged within the round
 * @param refused how many were answered otherwise
 * @param seconds how long the round took
 */
record Measured(long done, long refused, double seconds) {
    /** The same when each of them were many. */
    Measured times(int many) {
        return new Measured(done * many, refused * many, seconds);
    }

    double perSecond() {
        return done / seconds;
    }
}
