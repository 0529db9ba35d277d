package io.varve.node.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
     * @param followersOf whose followers may see it, if followers may: of an answer the same people's as of what it answers
     * @param others who may see it besides: the author of what it answers, and whoever a direct conversation is with
     * @param inReplyTo the post that it answers, or null
     * @param root the post that began the conversation: the post itself if it answers none
     * @param mentions users whom its text mentions, known or not
     * @param hashtags in lower case, without #
     * @param createdAt when it was written, to the millisecond
     */
    record PostHead(
            String postId,
            String author,
            Visibility visibility,
            String followersOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> others,
            String inReplyTo,
            String root,
            List<String> mentions,
            List<String> hashtags,
            Instant createdAt) {
        public PostHead {
            // Events of before there were these two have neither.
            followersOf = visibility == Visibility.FOLLOWERS && followersOf == null ? author : followersOf;
            others = others == null ? List.of() : List.copyOf(others);
            mentions = List.copyOf(mentions);
            hashtags = List.copyOf(hashtags);
        }

        /** @param parent what the post answers, or null */
        static PostHead of(
                String postId, String author, Visibility asked, PostHead parent, String text, Instant createdAt) {
            var visibility = parent == null ? asked : parent.visibility.narrower(asked);
            boolean toFollowers = visibility == Visibility.FOLLOWERS;
            boolean toTheSame = parent != null && parent.visibility == visibility;
            return new PostHead(
                    postId,
                    author,
                    visibility,
                    toFollowers ? (toTheSame ? parent.followersOf : author) : null,
                    parent == null || visibility == Visibility.PUBLIC ? List.of() : parent.otherReadersOfAnswers(),
                    parent == null ? null : parent.postId,
                    parent == null ? postId : parent.root,
                    PostText.mentions(text),
                    PostText.hashtags(text),
                    createdAt);
        }

        /** Whom an answer mentions sees that answer, and not the conversation. */
        private List<String> otherReadersOfAnswers() {
            var direct = visibility == Visibility.DIRECT
                    ? Stream.concat(others.stream(), inReplyTo == null ? mentions.stream() : Stream.of())
                    : Stream.<String>of();
            return Stream.concat(Stream.of(author), direct).distinct().toList();
        }

        /** The same with another text. */
        PostHead saying(String text) {
            return new PostHead(
                    postId,
                    author,
                    visibility,
                    followersOf,
                    others,
                    inReplyTo,
                    root,
                    PostText.mentions(text),
                    PostText.hashtags(text),
                    createdAt);
        }

        /** Whether somebody may see it whomever they follow. */
        public boolean isOpenTo(String userId) {
            return visibility == Visibility.PUBLIC
                    || author.equals(userId)
                    || userId.equals(followersOf)
                    || others.contains(userId)
                    || mentions.contains(userId);
        }
    }
}
