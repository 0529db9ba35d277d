package io.varve.read.post;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.table.Happened;
import io.varve.read.table.None;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a post was at each of its revisions. A deletion takes the texts of all before it: each event made one. */
public final class PostVersionHandler implements ViewHandler<PostEvent> {
    public static final String TABLE = "post_version";

    private static final List<String> KEY = List.of("post_id", "revision");
    private static final Shape VERSION = new Shape(TABLE, KEY, List.of("at", "asked_by", "text", "deleted"));
    private static final Shape EMPTIED = new Shape(TABLE, KEY, List.of("text"));

    @Override
    public List<Write> writes(Happened<PostEvent> happened) {
        var event = happened.event();
        if (event instanceof Written e) {
            return List.of(version(happened, e.text(), false));
        } else if (event instanceof Edited e) {
            return List.of(version(happened, e.text(), false));
        } else if (event instanceof Deleted) {
            var emptied = LongStream.range(1, happened.revision())
                    .mapToObj(earlier ->
                            EMPTIED.write(happened.revision(), happened.entityId(), earlier, None.text(null)));
            return Stream.concat(emptied, Stream.of(version(happened, null, true)))
                    .toList();
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write version(Happened<?> happened, String text, boolean deleted) {
        long revision = happened.revision();
        var by = happened.command().by();
        return VERSION.write(
                revision, happened.entityId(), revision, happened.at(), None.text(by), None.text(text), deleted);
    }
}
