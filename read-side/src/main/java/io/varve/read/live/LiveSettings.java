package io.varve.read.live;

import com.typesafe.config.Config;
import java.time.Duration;
import org.apache.pekko.stream.RestartSettings;

/**
 * The settings of the live vehicles, read once from {@code varve.read.live}; reference.conf explains each.
 *
 * @param signalsInMemory how many of the newest signals are kept for those who listen
 * @param compareEvery how often the vehicles are compared with the views
 * @param restartAfter how soon following begins anew after a failure, and longer and longer
 */
record LiveSettings(int signalsInMemory, Duration compareEvery, Duration restartAfter, Duration restartAtMostAfter) {
    static LiveSettings of(Config read) {
        var live = read.getConfig("live");
        return new LiveSettings(
                live.getInt("signals-in-memory"),
                live.getDuration("compare-every"),
                read.getDuration("restart-after"),
                read.getDuration("restart-at-most-after"));
    }

    RestartSettings restart() {
        return RestartSettings.create(restartAfter, restartAtMostAfter, 0.2);
    }
}
