package io.varve.read.user;

import java.time.Instant;

/** A post that a user keeps at hand, and since when. */
public record Bookmark(String postId, Instant since) {}
