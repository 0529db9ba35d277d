package io.varve.node.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a user can be asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserCommand.Define.class, name = "define"),
    @JsonSubTypes.Type(value = UserCommand.Mute.class, name = "mute"),
    @JsonSubTypes.Type(value = UserCommand.Bookmark.class, name = "bookmark"),
    @JsonSubTypes.Type(value = UserCommand.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = UserCommand.Unsubscribe.class, name = "unsubscribe"),
    @JsonSubTypes.Type(value = UserCommand.Tell.class, name = "tell"),
    @JsonSubTypes.Type(value = UserCommand.MarkRead.class, name = "mark-read"),
    @JsonSubTypes.Type(value = UserCommand.Look.class, name = "look")
})
public sealed interface UserCommand {
    /** Makes the user known, or gives them another profile; the same one again changes nothing. */
    record Define(UserProfile profile) implements UserCommand {}

    /**
     * Sets whether the user wants to hear of another user, or of a conversation. As it is already changes nothing.
     *
     * @param target the other user, or the post that began the conversation
     */
    record Mute(MuteKind kind, String target, boolean muted) implements UserCommand {}

    /** What can be muted. */
    enum MuteKind {
        USER,
        THREAD
    }

    /** Sets whether the user keeps a post at hand. As it is already changes nothing. */
    record Bookmark(String postId, boolean kept) implements UserCommand {}

    /** Registers a browser for push messages; the same once more changes nothing. */
    record Subscribe(PushSubscription subscription) implements UserCommand {}

    /**
     * Takes a browser out; one that is not registered changes nothing.
     *
     * @param gone true when the push service said that there is no such browser any more
     */
    record Unsubscribe(String endpoint, boolean gone) implements UserCommand {}

    /**
     * Tells the user something. What was told already, or is muted, changes nothing, and so does telling a user who is
     * not known.
     *
     * @param source the entity whose events it comes from, kind and id; its events are told in their order
     * @param upTo the revision of the last of those events
     * @param subject the post that it is about; the user's own id if it is about the user
     * @param thread the post that began the conversation, or null
     * @param acts who did it, in the order of the events; one entry for each event
     */
    record Tell(String source, long upTo, NotificationReason reason, String subject, String thread, List<Act> acts)
            implements UserCommand {
        public Tell {
            acts = List.copyOf(acts);
        }
    }

    /**
     * What somebody did.
     *
     * @param revision of the event of the source
     * @param postId the comment or the post that mentions, or null
     */
    record Act(long revision, String actor, String postId) {}

    /**
     * The user has seen the notifications.
     *
     * @param upTo the revision of the newest that was seen; later ones stay unread
     */
    record MarkRead(long upTo) implements UserCommand {}

    /** Asks whether the user is known; changes nothing. */
    record Look() implements UserCommand {}
}
