package io.varve.read.timeline;

import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.user.Mutes;
import java.util.function.Predicate;

/**
 * A user who listens, as they are now.
 *
 * @param follows says of others whether the user follows them
 */
record Listener(String userId, Predicate<String> follows, Mutes muted) {
    /** Whether the user's feed has a post because of its author, unless it is deleted. */
    boolean hasPost(PostHead head) {
        return (head.author().equals(userId) || follows.test(head.author()))
                && FeedRules.shows(userId, muted, head.author(), false, head);
    }

    /** Whether the user's feed has a post because of somebody who boosts it, unless it is deleted. */
    boolean hasBoost(PostHead head, String by) {
        return follows.test(by) && FeedRules.shows(userId, muted, by, true, head);
    }
}
