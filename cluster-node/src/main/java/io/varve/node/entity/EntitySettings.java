package io.varve.node.entity;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Limits of an entity host; see {@code varve.entity} in reference.conf.
 *
 * @param pendingLimit commands that may wait for one entity; more are refused as overloaded
 * @param groupLimit commands that are decided together and journaled as one atomic write
 * @param memoryLimit commands that an entity remembers for repeats
 * @param memoryTotal commands that all entities of a process remember together, but for the last 100 of each
 * @param snapshotEvery events between snapshots
 * @param stepRetryAfter how long a saga waits for an answer before it sends a step again
 * @param askTimeout how long a caller waits for an answer
 */
public record EntitySettings(
        int pendingLimit,
        int groupLimit,
        int memoryLimit,
        int memoryTotal,
        long snapshotEvery,
        Duration stepRetryAfter,
        Duration askTimeout) {

    public static EntitySettings of(Config config) {
        return new EntitySettings(
                config.getInt("pending-limit"),
                config.getInt("group-limit"),
                config.getInt("memory-limit"),
                config.getInt("memory-total"),
                config.getLong("snapshot-every"),
                config.getDuration("step-retry-after"),
                config.getDuration("ask-timeout"));
    }

    /** The lower of these and a kind's own. */
    EntitySettings within(EntityLimits limits) {
        return new EntitySettings(
                Math.min(pendingLimit, limits.pending()),
                Math.min(groupLimit, limits.group()),
                Math.min(memoryLimit, limits.memory()),
                memoryTotal,
                Math.min(snapshotEvery, limits.snapshotEvery()),
                stepRetryAfter,
                askTimeout);
    }
}
