package io.varve.read.feed;

import java.util.UUID;

/**
 * An event in the tag views of the stock journal.
 *
 * @param time a time-based UUID, by which the events of a tag are ordered
 */
record TagPlace(int tag, UUID time) implements FeedPlace {}
