package io.varve.node.user;

import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.MuteChanged;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * What a user does not want to hear of, and what they keep at hand. The sets are persistent: another one with an id
 * more shares the rest.
 *
 * @param mutedUsers their ids
 * @param mutedThreads the posts that began the conversations
 * @param bookmarks posts
 */
record Choices(PSortedSet<String> mutedUsers, PSortedSet<String> mutedThreads, PSortedSet<String> bookmarks) {
    static final Choices NONE = new Choices(TreePSet.empty(), TreePSet.empty(), TreePSet.empty());

    PSortedSet<String> muted(MuteKind kind) {
        return switch (kind) {
            case USER -> mutedUsers;
            case THREAD -> mutedThreads;
        };
    }

    /** How many mutes there are of either kind. */
    int mutes() {
        return mutedUsers.size() + mutedThreads.size();
    }

    Choices after(MuteChanged e) {
        var targets = with(muted(e.kind()), e.target(), e.muted());
        return switch (e.kind()) {
            case USER -> new Choices(targets, mutedThreads, bookmarks);
            case THREAD -> new Choices(mutedUsers, targets, bookmarks);
        };
    }

    Choices after(BookmarkChanged e) {
        return new Choices(mutedUsers, mutedThreads, with(bookmarks, e.postId(), e.kept()));
    }

    private static PSortedSet<String> with(PSortedSet<String> ids, String id, boolean there) {
        return there ? ids.plus(id) : ids.minus(id);
    }
}
