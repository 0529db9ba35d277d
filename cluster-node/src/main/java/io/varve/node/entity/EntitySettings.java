package io.varve.node.entity;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Limits of an entity host; see {@code varve.entity} in reference.conf.
 *
 * @param pendingLimit commands that may wait for one entity; more are refused as overloaded
 * @param groupLimit commands that are decided together and journaled as one atomic write
 * @param memoryLimit commands that an entity remembers for repeats
 * @param snapshotEvery events between snapshots
 * @param stepRetryAfter how long a saga waits for an answer before it sends a step again
 * @param askTimeout how long a caller waits for an answer
 */
public record EntitySettings(
        int pendingLimit,
        int groupLimit,
        int memoryLimit,
        long snapshotEvery,
        Duration stepRetryAfter,
        Duration askTimeout) {

    public static EntitySettings of(Config config) {
        return new EntitySettings(
                config.getInt("pending-limit"),
                config.getInt("group-limit"),
                config.getInt("memory-limit"),
                config.getLong("snapshot-every"),
                config.getDuration("step-retry-after"),
                config.getDuration("ask-timeout"));
    }
}
