package io.varve.read.post;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.table.Happened;
import io.varve.read.table.Kebab;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per post or comment, also of those that are deleted: they keep all but their text. */
public final class PostViewHandler implements ViewHandler<PostEvent> {
    public static final String TABLE = "post_view";

    private static final List<String> KEY = List.of("post_id");
    private static final Shape WRITTEN = new Shape(
            TABLE,
            KEY,
            List.of(
                    "author",
                    "visibility",
                    "followers_of",
                    "others",
                    "in_reply_to",
                    "root",
                    "created_at",
                    "mentions",
                    "hashtags",
                    "text",
                    "deleted",
                    "revision"));
    private static final Shape EDITED =
            new Shape(TABLE, KEY, List.of("mentions", "hashtags", "text", "edited_at", "revision"));
    private static final Shape DELETED = new Shape(TABLE, KEY, List.of("text", "deleted", "revision"));

    @Override
    public List<Write> writes(Happened<PostEvent> happened) {
        var id = happened.entityId();
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof Written e) {
            return List.of(written(id, revision, e.head(), e.text()));
        } else if (event instanceof Edited e) {
            var head = e.head();
            return List.of(
                    EDITED.write(revision, id, head.mentions(), head.hashtags(), e.text(), happened.at(), revision));
        } else if (event instanceof Deleted) {
            return List.of(deleted(new DeletedPosts.Deletion(id, revision)));
        }
        throw ViewHandler.unknown(happened);
    }

    static Write deleted(DeletedPosts.Deletion deletion) {
        long revision = deletion.revision();
        return DELETED.write(revision, deletion.postId(), None.text(null), true, revision);
    }

    private static Write written(String id, long revision, PostHead head, String text) {
        return WRITTEN.write(
                revision,
                id,
                head.author(),
                Kebab.of(head.visibility()),
                None.text(head.followersOf()),
                head.others(),
                None.text(head.inReplyTo()),
                head.root(),
                Times.calendar(head.createdAt()),
                head.mentions(),
                head.hashtags(),
                text,
                false,
                revision);
    }
}
