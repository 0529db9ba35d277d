package io.varve.node.post;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * What has happened to a post; each event has all that a view needs of the post. The names are what the journal holds and
 * never change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostEvent.Written.class, name = "post-written"),
    @JsonSubTypes.Type(value = PostEvent.Edited.class, name = "post-edited"),
    @JsonSubTypes.Type(value = PostEvent.Deleted.class, name = "post-deleted")
})
public sealed interface PostEvent {
    PostHead head();

    /** The post as it was written; its mentions and hashtags are in the head. */
    record Written(PostHead head, String text) implements PostEvent {}

    /**
     * The post got another text; the head has the mentions and hashtags of that.
     *
     * @param droppedHashtags those of the text before that the new one has not
     * @param newMentions those whom no text of the post has mentioned before
     */
    record Edited(PostHead head, String text, List<String> droppedHashtags, List<String> newMentions)
            implements PostEvent {
        public Edited {
            droppedHashtags = List.copyOf(droppedHashtags);
            newMentions = List.copyOf(newMentions);
        }
    }

    /** The post was taken back; the head is that of its last text. */
    record Deleted(PostHead head) implements PostEvent {}

    /**
     * What a post is, beside its text.
     *
     * @param inReplyTo the post that it answers, or null
     * @param parentAuthor who wrote that, or null
     * @param root the post that began the conversation: the post itself if it answers none
     * @param mentions users whom its text mentions, known or not
     * @param hashtags in lower case, without #
     * @param createdAt when it was written, to the millisecond
     */
    record PostHead(
            String postId,
            String author,
            Visibility visibility,
            String inReplyTo,
            String parentAuthor,
            String root,
            List<String> mentions,
            List<String> hashtags,
            Instant createdAt) {
        public PostHead {
            mentions = List.copyOf(mentions);
            hashtags = List.copyOf(hashtags);
        }
    }
}
