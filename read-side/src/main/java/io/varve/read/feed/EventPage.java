package io.varve.read.feed;

import io.varve.read.table.Happened;
import java.util.List;

/**
 * Events that travel together.
 *
 * @param events those of one entity in their order
 * @param offset where the next page begins; what it is, only the feed knows
 */
public record EventPage<E>(List<Happened<E>> events, Object offset) {}
