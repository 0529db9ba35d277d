package io.varve.node.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.varve.node.user.UserCommand.MuteKind;
import java.util.List;

/** What has happened to a user. The names are what the journal holds and never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserEvent.Registered.class, name = "user-registered"),
    @JsonSubTypes.Type(value = UserEvent.Changed.class, name = "user-changed"),
    @JsonSubTypes.Type(value = UserEvent.MuteChanged.class, name = "user-mute-changed"),
    @JsonSubTypes.Type(value = UserEvent.BookmarkChanged.class, name = "user-bookmark-changed"),
    @JsonSubTypes.Type(value = UserEvent.PushSubscribed.class, name = "user-push-subscribed"),
    @JsonSubTypes.Type(value = UserEvent.PushUnsubscribed.class, name = "user-push-unsubscribed"),
    @JsonSubTypes.Type(value = UserEvent.Notified.class, name = "user-notified"),
    @JsonSubTypes.Type(value = UserEvent.NotificationsRead.class, name = "user-notifications-read")
})
public sealed interface UserEvent {
    record Registered(String userId, UserProfile profile) implements UserEvent {}

    record Changed(String userId, UserProfile profile) implements UserEvent {}

    record MuteChanged(String userId, MuteKind kind, String target, boolean muted) implements UserEvent {}

    record BookmarkChanged(String userId, String postId, boolean kept) implements UserEvent {}

    record PushSubscribed(String userId, PushSubscription subscription) implements UserEvent {}

    record PushUnsubscribed(String userId, String endpoint, boolean gone) implements UserEvent {}

    /**
     * The user was told something. What was told of the same kind and subject since the user last read it is one group.
     *
     * @param groupId of the group: the revision of the event that began it, as text
     * @param source and {@code upTo} as in the command
     * @param newActors who did it this time, without repeats, the newest last
     * @param actors the newest of the whole group, without repeats, the newest first; at most
     *     {@link NotificationGroup#MAX_ACTORS}
     * @param count how often it was done in the whole group: of likes, boosts and followers also how many people did it
     * @param postId the newest comment or post that mentions, or null
     */
    record Notified(
            String userId,
            String groupId,
            NotificationReason reason,
            String subject,
            String thread,
            String source,
            long upTo,
            List<String> newActors,
            List<String> actors,
            long count,
            String postId)
            implements UserEvent {
        public Notified {
            newActors = List.copyOf(newActors);
            actors = List.copyOf(actors);
        }
    }

    /** @param upTo the revision up to which all is read */
    record NotificationsRead(String userId, long upTo) implements UserEvent {}
}
