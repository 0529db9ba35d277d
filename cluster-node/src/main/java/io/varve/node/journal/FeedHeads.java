package io.varve.node.journal;

import java.util.Map;

/**
 * How far a journal's part of the feed may be read.
 *
 * @param writer the number of the journal
 * @param bySlice for each kind of entity, the last number of each slice up to which all rows are durable
 */
record FeedHeads(int writer, Map<String, long[]> bySlice) {}
