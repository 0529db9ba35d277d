package io.varve.read.timeline;

import com.typesafe.config.Config;
import io.varve.node.Node;
import java.time.Duration;
import org.apache.pekko.stream.RestartSettings;

/**
 * The settings of the users' feeds, read once from {@code varve.read.feeds}; reference.conf explains each.
 *
 * @param fanOutUpToFollowers from how many followers on an author's posts are fetched when a feed is read
 * @param postsMib the memory for posts at hand
 * @param bigAuthorsMib the memory for what authors with many followers wrote and boosted last
 * @param mutesMib the memory for what readers have muted
 * @param bigFollowedMib the memory for which authors with many followers readers follow
 * @param listenersMib the memory for whom those who listen to their streams follow
 * @param boostersMib the memory for who has passed on posts that listeners are told of
 * @param eventsInMemory the size of the newest events of each kind that are kept for streams, in half kilobytes
 * @param resumeWithin how long ago what a listener who comes back has not had may have happened
 * @param forgetAfter after what time what is at hand is read anew
 * @param restartAfter how soon following begins anew after a failure, and longer and longer
 */
record FeedsSettings(
        int fanOutUpToFollowers,
        int postsMib,
        int bigAuthorsMib,
        int mutesMib,
        int bigFollowedMib,
        int listenersMib,
        int boostersMib,
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
                feeds.getInt("posts-mib"),
                feeds.getInt("big-authors-mib"),
                feeds.getInt("mutes-mib"),
                feeds.getInt("big-followed-mib"),
                feeds.getInt("listeners-mib"),
                feeds.getInt("boosters-mib"),
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
