package io.varve.read.feed;

/** Where in the feed a write of an entity is; the same on every node. */
public sealed interface FeedPlace permits SlicePlace, TagPlace {}
