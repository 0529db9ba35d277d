package io.varve.read.push;

import java.time.Duration;
import java.util.Optional;

/** When a message is sent again that a push service did not take: after about 2, 8, 32 and 128 seconds. */
final class BackOff {
    static final int MAX_ATTEMPTS = 5;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int FACTOR = 4;
    /** A push service may ask for hours. Then it is asked sooner than it says, or nobody would be told. */
    private static final Duration LONGEST_ASKED = FIRST.multipliedBy((long) Math.pow(FACTOR, MAX_ATTEMPTS - 2));

    private BackOff() {}

    /**
     * @param attempts how often it was sent already
     * @param retryAfter how long the push service asks us to wait at least
     * @param random from 0 to 1: those who failed together do not come back together
     * @return empty when it is given up
     */
    static Optional<Duration> pause(int attempts, Optional<Duration> retryAfter, double random) {
        if (attempts >= MAX_ATTEMPTS) {
            return Optional.empty();
        }
        double factor = Math.pow(FACTOR, attempts - 1) * (0.5 + random);
        var own = Duration.ofMillis(Math.round(FIRST.toMillis() * factor));
        return Optional.of(retryAfter
                .map(asked -> asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked)
                .filter(asked -> asked.compareTo(own) > 0)
                .orElse(own));
    }
}
