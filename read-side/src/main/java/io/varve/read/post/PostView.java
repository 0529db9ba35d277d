package io.varve.read.post;

import io.varve.node.post.PostEvent.PostHead;
import java.time.Instant;
import java.util.Optional;

/**
 * A post, or comment, as the views know it.
 *
 * @param text empty when it is deleted
 * @param likes how many people like it
 * @param boosts how many people boosted it
 * @param comments how many answer it directly
 * @param revision the post's revision that the row reflects; the counts are of events of their own
 */
public record PostView(
        PostHead head,
        String text,
        boolean deleted,
        Optional<Instant> editedAt,
        long likes,
        long boosts,
        long comments,
        long revision) {
    public String postId() {
        return head.postId();
    }
}
