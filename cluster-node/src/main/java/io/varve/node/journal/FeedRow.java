package io.varve.node.journal;

import io.varve.node.entity.Journaled;
import java.util.List;

/**
 * One row of the feed's log: what an entity journaled at once.
 *
 * @param number its place within kind, slice and writer, from 1 on
 * @param firstRevision the number of its first event within the entity
 * @param events empty for a write that did not take place
 */
public record FeedRow(long number, String persistenceId, long firstRevision, List<Journaled<?>> events) {}
