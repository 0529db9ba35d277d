package io.varve.read.notification;

import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.Notified;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group of things of one kind that a user was told.
 *
 * @param groupId unique within the user
 * @param subject the post that it is about, or the user's own id
 * @param thread the post that began the conversation
 * @param postId the newest comment or post that mentions
 * @param actors the newest who did it, the newest first
 * @param count how often it was done
 * @param at when it was done last
 * @param revision the user's revision when it was told last
 * @param read whether the user has seen all of it
 */
public record NotificationView(
        String groupId,
        NotificationReason reason,
        String subject,
        Optional<String> thread,
        Optional<String> postId,
        List<String> actors,
        long count,
        Instant at,
        long revision,
        boolean read) {
    public NotificationView {
        actors = List.copyOf(actors);
    }

    /** As it was when the user was told; not read yet. */
    public static NotificationView of(Happened<UserEvent> happened, Notified told) {
        return new NotificationView(
                told.groupId(),
                told.reason(),
                told.subject(),
                Optional.ofNullable(told.thread()),
                Optional.ofNullable(told.postId()),
                told.actors(),
                told.count(),
                happened.at(),
                happened.revision(),
                false);
    }
}
