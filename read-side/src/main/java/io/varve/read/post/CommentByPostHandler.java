package io.varve.read.post;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** What answers a post directly. */
public final class CommentByPostHandler implements ViewHandler<PostEvent> {
    public static final String TABLE = "comment_by_post";

    private static final Shape ANSWER =
            new Shape(TABLE, List.of("post_id", "created_at", "comment_id"), List.of("deleted"));

    @Override
    public List<Write> writes(Happened<PostEvent> happened) {
        var event = happened.event();
        if (event instanceof Written e) {
            return write(happened, e.head(), false);
        } else if (event instanceof Edited) {
            return List.of();
        } else if (event instanceof Deleted e) {
            return write(happened, e.head(), true);
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> write(Happened<?> happened, PostHead head, boolean deleted) {
        return head.inReplyTo() == null
                ? List.of()
                : List.of(ANSWER.write(
                        happened.revision(),
                        head.inReplyTo(),
                        Times.calendar(head.createdAt()),
                        happened.entityId(),
                        deleted));
    }
}
