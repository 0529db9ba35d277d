package io.varve.read.table;

import io.varve.node.entity.CommandMeta;
import java.time.Instant;

/**
 * An event as the views see it.
 *
 * @param revision the number of the event within its entity, from 1 on
 * @param command which command caused it, who asked and when
 */
public record Happened<E>(String entityId, long revision, CommandMeta command, E event) {
    /** When it was recorded, to the millisecond. */
    public Instant at() {
        return Times.kept(command.at());
    }
}
