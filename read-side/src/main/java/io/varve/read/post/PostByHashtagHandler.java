package io.varve.read.post;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.Visibility;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;
import java.util.stream.Stream;

/** Which public posts and comments have a hashtag. Who may see a post never changes. */
public final class PostByHashtagHandler implements ViewHandler<PostEvent> {
    public static final String TABLE = "post_by_hashtag";
    public static final String MONTHS_TABLE = "hashtag_month";

    private static final Shape TAGGED =
            new Shape(TABLE, List.of("tag", "month", "created_at", "post_id"), List.of("present"));
    private static final Shape MONTH = new Shape(MONTHS_TABLE, List.of("tag", "month"), List.of());

    @Override
    public List<Write> writes(Happened<PostEvent> happened) {
        var event = happened.event();
        if (event instanceof Written e) {
            return rows(happened, e.head().hashtags(), true).toList();
        } else if (event instanceof Edited e) {
            return Stream.concat(rows(happened, e.head().hashtags(), true), rows(happened, e.droppedHashtags(), false))
                    .toList();
        } else if (event instanceof Deleted e) {
            return rows(happened, e.head().hashtags(), false).toList();
        }
        throw ViewHandler.unknown(happened);
    }

    private static Stream<Write> rows(Happened<PostEvent> happened, List<String> tags, boolean present) {
        var head = happened.event().head();
        if (head.visibility() != Visibility.PUBLIC) {
            return Stream.of();
        }
        var at = Times.calendar(head.createdAt());
        int month = Times.month(at);
        long revision = happened.revision();
        return tags.stream()
                .flatMap(tag -> Stream.of(
                        TAGGED.write(revision, tag, month, at, happened.entityId(), present),
                        MONTH.write(revision, tag, month)));
    }
}
