package io.varve.node.post;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.varve.node.post.PostEvent.PostHead;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** The life stages of a post. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = PostState.Standing.class, name = "standing"),
    @JsonSubTypes.Type(value = PostState.Deleted.class, name = "deleted")
})
sealed interface PostState {
    record Absent(String postId) implements PostState {}

    /**
     * @param text the newest
     * @param edits how many texts there were before
     * @param mentioned whom any of its texts has mentioned
     */
    record Standing(PostHead head, String text, Integer edits, PSortedSet<String> mentioned) implements PostState {
        public Standing {
            // Older snapshots say nothing of either.
            edits = edits == null ? 0 : edits;
            mentioned = mentioned == null ? TreePSet.from(head.mentions()) : mentioned;
        }

        static Standing written(PostHead head, String text) {
            return new Standing(head, text, 0, TreePSet.from(head.mentions()));
        }

        Standing edited(PostHead now, String newest) {
            return new Standing(now, newest, edits + 1, mentioned.plusAll(now.mentions()));
        }
    }

    record Deleted(PostHead head) implements PostState {}
}
