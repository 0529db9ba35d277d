package io.varve.read.projection;

import com.typesafe.config.Config;
import java.time.Duration;

/** The settings of the projections, read once from {@code varve.read}; reference.conf explains each. */
public record ProjectionSettings(
        int pageRetries, Duration pageRetryAfter, Duration restartAfter, Duration restartAtMostAfter) {

    public static ProjectionSettings of(Config read) {
        return new ProjectionSettings(
                read.getInt("page-retries"),
                read.getDuration("page-retry-after"),
                read.getDuration("restart-after"),
                read.getDuration("restart-at-most-after"));
    }
}
