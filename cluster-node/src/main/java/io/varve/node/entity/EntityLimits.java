package io.varve.node.entity;

/**
 * What a kind of entity needs to be lower than the node's settings, because its commands, events or states are large.
 *
 * @param pending commands that may wait for one entity
 * @param group commands that are journaled as one atomic write
 * @param memory commands that an entity remembers for repeats
 * @param snapshotEvery events between snapshots
 */
public record EntityLimits(int pending, int group, int memory, long snapshotEvery) {
    public static final EntityLimits NONE =
            new EntityLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
}
