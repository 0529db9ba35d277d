package io.varve.read.post;

import java.time.Instant;
import java.util.Optional;

/**
 * What a post was at one of its revisions.
 *
 * @param by who asked for it
 * @param text empty when the post is deleted by now: nothing shows what was taken back
 * @param deleted true of the revision that deleted it
 */
public record PostVersion(long revision, Instant at, String by, Optional<String> text, boolean deleted) {
    PostVersion withoutText() {
        return new PostVersion(revision, at, by, Optional.empty(), deleted);
    }
}
