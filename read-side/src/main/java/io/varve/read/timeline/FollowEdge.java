package io.varve.read.timeline;

/**
 * Whether a user follows somebody.
 *
 * @param revision of the bucket of the followers, when it became so
 */
record FollowEdge(String userId, boolean follows, long revision) {}
