package io.varve.read.post;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.read.table.None;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A row of {@code post_view}; reads those of {@code post_version} and of the lists as well. */
record PostRow(PostHead head, String text, boolean deleted, Optional<Instant> editedAt, long revision) {
    /** The post; empty while the row lacks the post's first event. */
    @SuppressWarnings("unchecked") // The table's schema says what the lists hold.
    static Optional<PostRow> read(Function<String, Object> column) {
        if (column.apply("author") == null) {
            return Optional.empty();
        }
        var head = new PostHead(
                (String) column.apply("post_id"),
                (String) column.apply("author"),
                Visibility.valueOf(((String) column.apply("visibility")).toUpperCase(Locale.ROOT)),
                None.readText(column.apply("followers_of")).orElse(null),
                (List<String>) column.apply("others"),
                None.readText(column.apply("in_reply_to")).orElse(null),
                (String) column.apply("root"),
                (List<String>) column.apply("mentions"),
                (List<String>) column.apply("hashtags"),
                (Instant) column.apply("created_at"));
        return Optional.of(new PostRow(
                head,
                (String) column.apply("text"),
                (Boolean) column.apply("deleted"),
                Optional.ofNullable((Instant) column.apply("edited_at")),
                (Long) column.apply("revision")));
    }

    /** @param counts how many members each crowd of the post has */
    PostView view(Map<CrowdRelation, Long> counts) {
        return new PostView(
                head,
                text,
                deleted,
                editedAt,
                counts.getOrDefault(CrowdRelation.LIKES, 0L),
                counts.getOrDefault(CrowdRelation.BOOSTS, 0L),
                counts.getOrDefault(CrowdRelation.COMMENTS, 0L),
                revision);
    }

    /** The version; empty while the row has nothing but that the text is gone. */
    static Optional<PostVersion> readVersion(Function<String, Object> column) {
        return Optional.ofNullable((Instant) column.apply("at"))
                .map(at -> new PostVersion(
                        (Long) column.apply("revision"),
                        at,
                        (String) column.apply("asked_by"),
                        None.readText(column.apply("text")),
                        (Boolean) column.apply("deleted")));
    }

    /** @param id the column that says which post it is */
    static PostKey readKey(Function<String, Object> column, String id) {
        return new PostKey((String) column.apply(id), (Instant) column.apply("created_at"));
    }
}
