package io.varve.read.push;

import java.time.Duration;
import java.time.Instant;

/**
 * What a browser is to be told.
 *
 * @param revision of the user's event that told it
 * @param at when that was recorded
 * @param content as JSON
 */
record PushMessage(Target target, String groupId, long revision, Instant at, String content) {
    /** After that nobody wants to know it any more. */
    static final Duration LIFETIME = Duration.ofDays(1);

    /** A browser of a user. */
    record Target(String userId, String endpoint) {}

    /** How long it may wait for its browser; zero when it is too late. */
    Duration left(Instant now) {
        var left = LIFETIME.minus(Duration.between(at, now));
        // A clock that is ahead makes no message live longer.
        return left.isNegative() ? Duration.ZERO : left.compareTo(LIFETIME) > 0 ? LIFETIME : left;
    }
}
