package io.varve.read.projection;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * The settings of the projections, read once from {@code varve.read}; reference.conf explains each.
 *
 * @param retention how long tracks are kept, from when their signals arrived; zero for ever
 */
public record ProjectionSettings(
        int pageRetries,
        Duration pageRetryAfter,
        Duration restartAfter,
        Duration restartAtMostAfter,
        Duration retention) {
    /** Cassandra keeps nothing for longer that is to expire at all. */
    private static final Duration LONGEST_RETENTION = Duration.ofDays(20 * 365);

    public static ProjectionSettings of(Config read) {
        return new ProjectionSettings(
                read.getInt("page-retries"),
                read.getDuration("page-retry-after"),
                read.getDuration("restart-after"),
                read.getDuration("restart-at-most-after"),
                retention(read));
    }

    /** @throws IllegalArgumentException when it is negative or too long */
    public static Duration retention(Config read) {
        var retention = read.getDuration("retention");
        if (retention.isNegative() || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("varve.read.retention must be 0 to 20 years but is " + retention);
        }
        return retention;
    }
}
