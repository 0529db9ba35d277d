package io.varve.read.post;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.table.Happened;
import io.varve.read.table.Kebab;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** Which posts an author has written, and which comments. */
public final class PostByAuthorHandler implements ViewHandler<PostEvent> {
    public static final String TABLE = "post_by_author";

    private static final Shape WRITTEN =
            new Shape(TABLE, List.of("author", "comment", "created_at", "post_id"), List.of("visibility", "deleted"));

    @Override
    public List<Write> writes(Happened<PostEvent> happened) {
        var event = happened.event();
        if (event instanceof Written e) {
            return List.of(write(happened, e.head(), false));
        } else if (event instanceof Edited) {
            return List.of();
        } else if (event instanceof Deleted e) {
            return List.of(write(happened, e.head(), true));
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write write(Happened<?> happened, PostHead head, boolean deleted) {
        return WRITTEN.write(
                happened.revision(),
                head.author(),
                head.inReplyTo() != null,
                Times.calendar(head.createdAt()),
                happened.entityId(),
                Kebab.of(head.visibility()),
                deleted);
    }
}
