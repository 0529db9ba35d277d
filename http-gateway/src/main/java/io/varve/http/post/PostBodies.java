package io.varve.http.post;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.varve.node.post.Visibility;
import io.varve.read.post.PostView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bodies of answers about posts. */
public final class PostBodies {
    private PostBodies() {}

    record Reply(String postId, long revision) {}

    public record Post(
            String postId,
            String author,
            String text,
            String visibility,
            Optional<String> inReplyTo,
            String root,
            long likes,
            long boosts,
            long comments,
            Instant createdAt,
            Optional<Instant> editedAt,
            long revision) {
        public static Post of(PostView view) {
            var head = view.head();
            return new Post(
                    head.postId(),
                    head.author(),
                    view.text(),
                    label(head.visibility()),
                    Optional.ofNullable(head.inReplyTo()),
                    head.root(),
                    view.likes(),
                    view.boosts(),
                    view.comments(),
                    head.createdAt(),
                    view.editedAt(),
                    view.revision());
        }
    }

    private static String label(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    /** A comment with the first of what answers it; empty when nothing of that is shown. */
    record Comment(@JsonUnwrapped Post post, Optional<Replies> replies) {}

    /** @param more whether there are others */
    record Replies(List<Comment> items, boolean more) {}

    record Liked(String postId, String userId, boolean liked, boolean changed) {}

    record Boosted(String postId, String userId, boolean boosted, boolean changed) {}

    record Observed(String postId, String userId, boolean observing, boolean changed) {}
}
