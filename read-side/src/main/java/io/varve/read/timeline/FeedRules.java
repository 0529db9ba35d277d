package io.varve.read.timeline;

import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.read.post.PostView;
import io.varve.read.user.Mutes;

/** Which posts are in the feed of whoever follows their author, or who boosted them. */
final class FeedRules {
    private FeedRules() {}

    /**
     * Whether the reader's feed has the post.
     *
     * @param by the author, or who boosted it; the reader follows them, or is the author
     */
    static boolean shows(String reader, Mutes muted, String by, boolean boosted, PostView post) {
        return !post.deleted() && shows(reader, muted, by, boosted, post.head());
    }

    /** The same of a post that is not deleted, or was not. */
    static boolean shows(String reader, Mutes muted, String by, boolean boosted, PostHead head) {
        if (muted.users().contains(by)
                || muted.users().contains(head.author())
                || muted.threads().contains(head.root())) {
            return false;
        }
        if (boosted) {
            return head.visibility() == Visibility.PUBLIC;
        }
        return head.inReplyTo() == null
                && (head.visibility() != Visibility.DIRECT
                        || head.author().equals(reader)
                        || head.mentions().contains(reader));
    }
}
