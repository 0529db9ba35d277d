package io.varve.read.projection;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.post.CommentByPostHandler;
import io.varve.read.post.PostByAuthorHandler;
import io.varve.read.post.PostByHashtagHandler;
import io.varve.read.post.PostVersionHandler;
import io.varve.read.post.PostViewHandler;
import io.varve.read.post.PostViews;
import io.varve.read.table.RowStore;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of posts to posts, their versions, and posts by author, by hashtag and by what they answer. */
public final class PostProjection {
    private PostProjection() {}

    public static KindViews<PostEvent> views() {
        return new KindViews<>(
                List.of(new PostByAuthorHandler(), new CommentByPostHandler(), new PostByHashtagHandler()),
                List.of(new PostVersionHandler(), new PostViewHandler()),
                List.of(
                        PostByAuthorHandler.TABLE,
                        CommentByPostHandler.TABLE,
                        PostByHashtagHandler.TABLE,
                        PostByHashtagHandler.MONTHS_TABLE,
                        PostVersionHandler.TABLE,
                        PostViewHandler.TABLE));
    }

    /** @param after what is done when the rows of a page are written */
    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            AfterRows<PostEvent> after,
            PostViews posts,
            ProjectionSettings settings) {
        KindProjection.start(system, role, PostKind.create(), views(), feed, rows, after, posts::revision, settings);
    }
}
