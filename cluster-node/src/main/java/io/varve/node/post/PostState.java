package io.varve.node.post;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.varve.node.post.PostEvent.PostHead;

/** The life stages of a post. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = PostState.Standing.class, name = "standing"),
    @JsonSubTypes.Type(value = PostState.Deleted.class, name = "deleted")
})
sealed interface PostState {
    record Absent(String postId) implements PostState {}

    /** @param text the newest */
    record Standing(PostHead head, String text) implements PostState {}

    record Deleted(PostHead head) implements PostState {}
}
