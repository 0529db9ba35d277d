package io.varve.read;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostText;
import io.varve.node.post.Visibility;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a post. */
public final class PostStory {
    private final String postId;
    private final List<Happened<PostEvent>> events = new ArrayList<>();
    private PostHead head;

    private PostStory(String postId) {
        this.postId = postId;
    }

    public List<Happened<PostEvent>> events() {
        return events;
    }

    public PostHead head() {
        return head;
    }

    /** When the event of a revision was recorded. */
    public static Instant at(long revision) {
        return Stories.at(revision);
    }

    public static PostStory written(String postId, String author, String text) {
        return written(postId, author, text, Visibility.PUBLIC, at(1));
    }

    public static PostStory written(String postId, String author, String text, Visibility visibility, Instant at) {
        return new PostStory(postId).then(author, text, visibility, null, at);
    }

    /** A comment on another post. */
    public static PostStory answering(PostHead parent, String postId, String author, String text, Instant at) {
        return new PostStory(postId).then(author, text, parent.visibility(), parent, at);
    }

    private PostStory then(String author, String text, Visibility visibility, PostHead parent, Instant at) {
        head = new PostHead(
                postId,
                author,
                visibility,
                visibility == Visibility.FOLLOWERS ? author : null,
                parent == null ? List.of() : List.of(parent.author()),
                parent == null ? null : parent.postId(),
                parent == null ? postId : parent.root(),
                PostText.mentions(text),
                PostText.hashtags(text),
                at);
        return then(new PostEvent.Written(head, text));
    }

    public PostStory edited(String text) {
        var before = head;
        head = new PostHead(
                postId,
                head.author(),
                head.visibility(),
                head.followersOf(),
                head.others(),
                head.inReplyTo(),
                head.root(),
                PostText.mentions(text),
                PostText.hashtags(text),
                head.createdAt());
        return then(new PostEvent.Edited(
                head, text, without(before.hashtags(), head.hashtags()), without(head.mentions(), before.mentions())));
    }

    public PostStory deleted() {
        return then(new PostEvent.Deleted(head));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    private PostStory then(PostEvent event) {
        events.add(Stories.happened(postId, events.size() + 1, head.author(), event));
        return this;
    }

    /** A post that has seen an event of every type. */
    public static PostStory full(String postId) {
        return written(postId, "ann", "@ben look, #snow and #ice")
                .edited("#snow and #sun, @cem")
                .deleted();
    }
}
