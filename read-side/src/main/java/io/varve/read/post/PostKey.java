package io.varve.read.post;

import java.time.Instant;

/** A post in a list, and when it was written. */
public record PostKey(String postId, Instant createdAt) {}
