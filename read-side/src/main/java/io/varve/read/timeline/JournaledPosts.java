package io.varve.read.timeline;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostKind;
import io.varve.read.feed.EntityJournal;
import java.util.concurrent.CompletionStage;

/** Posts as their journals tell. */
final class JournaledPosts {
    private final EntityJournal journal;

    JournaledPosts(EntityJournal journal) {
        this.journal = journal;
    }

    /** The post without its counts; nothing if no such post was ever written. */
    CompletionStage<PostState> post(String postId) {
        return journal.<PostEvent>eventsOf(PostKind.create(), postId, 1, Long.MAX_VALUE)
                .thenApply(events -> {
                    var post = PostState.NOTHING;
                    for (var event : events) {
                        post = post.withEvent(event);
                    }
                    return post;
                });
    }
}
