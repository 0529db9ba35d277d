package io.varve.read.projection;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * The settings of the projections, read once from {@code varve.read}; reference.conf explains each.
 *
 * @param groupEvents how many events are written together at most
 * @param groupWindow how long to wait for more of them
 */
public record ProjectionSettings(
        int groupEvents,
        Duration groupWindow,
        int groupRetries,
        Duration groupRetryAfter,
        Duration restartAfter,
        Duration restartAtMostAfter,
        Duration rewind) {

    public static ProjectionSettings of(Config read) {
        return new ProjectionSettings(
                read.getInt("group-events"),
                read.getDuration("group-window"),
                read.getInt("group-retries"),
                read.getDuration("group-retry-after"),
                read.getDuration("restart-after"),
                read.getDuration("restart-at-most-after"),
                read.getDuration("rewind"));
    }
}
