package io.varve.read.timeline;

import com.typesafe.config.Config;
import io.varve.node.Node;
import java.time.Duration;
import org.apache.pekko.stream.RestartSettings;

/**
 * The settings of the users' feeds, read once from {@code varve.read.feeds}; reference.conf explains each.
 *
 * @param fanOutUpToFollowers from how many followers on an author's posts are fetched when a feed is read
 * @param postsInMemory how many posts a process keeps at hand
 * @param readersInMemory of how many readers a process knows what they have muted
 * @param listenersInMemory of how many listeners to their streams a process knows whom they follow
 * @param eventsInMemory the size of the newest events of each kind that are kept for streams, in half kilobytes
 * @param resumeWithin how long ago what a listener who comes back has not had may have happened
 * @param forgetAfter after what time what is at hand is read anew
 * @param restartAfter how soon following begins anew after a failure, and longer and longer
 */
record FeedsSettings(
        int fanOutUpToFollowers,
        int postsInMemory,
        int readersInMemory,
        int listenersInMemory,
        int eventsInMemory,
        Duration resumeWithin,
        Duration forgetAfter,
        Duration restartAfter,
        Duration restartAtMostAfter) {
    static FeedsSettings of(Node node) {
        return of(node.system().settings().config().getConfig("varve.read"));
    }

    static FeedsSettings of(Config read) {
        var feeds = read.getConfig("feeds");
        return new FeedsSettings(
                feeds.getInt("fan-out-up-to-followers"),
                feeds.getInt("posts-in-memory"),
                feeds.getInt("readers-in-memory"),
                feeds.getInt("listeners-in-memory"),
                feeds.getInt("events-in-memory"),
                feeds.getDuration("resume-within"),
                feeds.getDuration("forget-after"),
                read.getDuration("restart-after"),
                read.getDuration("restart-at-most-after"));
    }

    RestartSettings restart() {
        return RestartSettings.create(restartAfter, restartAtMostAfter, 0.2);
    }
}
