package io.varve.read.push;

import java.time.Duration;
import java.util.Optional;

/** When a message is sent again that a push service could not take: after about 2, 8, 32 and 128 seconds. */
final class BackOff {
    static final int MAX_ATTEMPTS = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int FACTOR = 4;

    private BackOff() {}

    /**
     * @param attempts how often it was sent already
     * @param passed since it was sent first
     * @param retryAfter how long the push service asks us to wait at least
     * @param random from 0 to 1: those who failed together do not come back together
     * @return empty when it is given up
     */
    static Optional<Duration> pause(int attempts, Duration passed, Optional<Duration> retryAfter, double random) {
        if (attempts >= MAX_ATTEMPTS) {
            return Optional.empty();
        }
        double factor = Math.pow(FACTOR, attempts - 1) * (0.5 + random);
        var own = Duration.ofMillis(Math.round(FIRST.toMillis() * factor));
        var pause = retryAfter.filter(asked -> asked.compareTo(own) > 0).orElse(own);
        return passed.plus(pause).compareTo(WITHIN) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
