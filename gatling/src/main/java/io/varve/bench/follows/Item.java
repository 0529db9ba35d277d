package io.varve.bench.follows;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.bench.follows.Act.Mark;
import java.time.Instant;
import java.util.Optional;

/**
 * An item of a feed.
 *
 * @param boostedBy who brought it there, if that was not its author
 * @param at when it was written, or boosted
 */
record Item(
        String postId,
        String author,
        String text,
        String visibility,
        boolean edited,
        long likes,
        long boosts,
        long comments,
        Optional<String> boostedBy,
        Instant at) {
    static Item of(Post post, Optional<String> boostedBy, Instant at) {
        return new Item(
                post.id(),
                post.author(),
                post.text(),
                post.visibility().label(),
                post.isEdited(),
                post.marked(Mark.LIKE).size(),
                post.marked(Mark.BOOST).size(),
                post.comments(),
                boostedBy,
                at);
    }

    /** Reads what Varve shows, of a feed or of a post alone. */
    static Item read(JsonNode shown) {
        Optional<String> boostedBy = Optional.ofNullable(shown.get("boostedBy")).map(JsonNode::asText);
        String at =
                shown.path(boostedBy.isPresent() ? "boostedAt" : "createdAt").asText();
        return new Item(
                shown.path("postId").asText(),
                shown.path("author").asText(),
                shown.path("text").asText(),
                shown.path("visibility").asText(),
                shown.has("editedAt"),
                shown.path("likes").asLong(-1),
                shown.path("boosts").asLong(-1),
                shown.path("comments").asLong(-1),
                boostedBy,
                Instant.parse(at));
    }
}
