package io.varve.http.user;

import io.varve.http.post.PostBodies;
import io.varve.read.user.UserView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of answers about users. */
final class UserBodies {
    private UserBodies() {}

    record Reply(String userId, long revision) {}

    record User(
            String userId,
            String displayName,
            Optional<String> bio,
            long followers,
            long following,
            long posts,
            long revision) {
        static User of(UserView view) {
            return new User(
                    view.userId(),
                    view.profile().displayName(),
                    Optional.ofNullable(view.profile().bio()),
                    view.followers(),
                    view.following(),
                    view.posts(),
                    view.revision());
        }
    }

    record Follow(String userId, String other, boolean following, boolean changed) {}

    record Mute(String userId, String other, boolean muted, long revision) {}

    record ThreadMute(String userId, String thread, boolean muted, long revision) {}

    record Mutes(List<String> users, List<String> threads) {
        static Mutes of(io.varve.read.user.Mutes view) {
            return new Mutes(
                    view.users().stream().sorted().toList(),
                    view.threads().stream().sorted().toList());
        }
    }

    record BookmarkReply(String userId, String postId, boolean bookmarked, long revision) {}

    /** @param post empty when it is deleted, or may not be seen any more */
    record Bookmark(String postId, Instant since, Optional<PostBodies.Post> post) {}
}
