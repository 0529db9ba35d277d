package io.varve.read.post;

import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Pages through lists of posts in the order of their times: the position is that of the last post. */
enum PostPages {
    BY_AUTHOR("posts-by-author", true),
    BY_HASHTAG("posts-by-hashtag", true),
    COMMENTS("comments", false);

    private static final Comparator<PostKey> OLDEST_FIRST =
            Comparator.comparing(PostKey::createdAt).thenComparing(PostKey::postId);

    private final String list;
    private final boolean newestFirst;

    PostPages(String list, boolean newestFirst) {
        this.list = list;
        this.newestFirst = newestFirst;
    }

    Comparator<PostKey> order() {
        return newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
    }

    /** The place after which the page starts; no post has an empty id. */
    PostKey after(PageRequest page) {
        var start = newestFirst ? Instant.MAX : Instant.MIN;
        return page.cursor().map(this::decode).orElse(new PostKey("", Times.calendar(start)));
    }

    private PostKey decode(String cursor) {
        var parts = Cursor.decode(list, 2, cursor);
        return new PostKey(parts.get(1), Times.calendar(Instant.ofEpochMilli(Cursor.number(parts.get(0)))));
    }

    /** @param keys one more than the limit, if there are that many */
    Page<PostKey> cut(List<PostKey> keys, int limit) {
        return Page.cut(
                keys, limit, last -> Cursor.encode(list, last.createdAt().toEpochMilli(), last.postId()));
    }
}
