package io.varve.read.projection;

import io.varve.node.crowd.CrowdKind;
import io.varve.node.entity.EntityKind;
import io.varve.node.post.PostKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import io.varve.read.telling.Telling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * From the events of posts and crowds to what users are told. It has offsets of its own: views may be slow, and be filled
 * anew, without anybody being told late, or again.
 */
public final class TellingProjection {
    private static final String POSTS = "post-telling";
    private static final String CROWDS = "crowd-telling";
    private static final RowStore NO_ROWS = writes -> CompletableFuture.completedFuture(null);

    private TellingProjection() {}

    /** Starts one projection of posts, and one of crowds. */
    public static void start(
            ActorSystem<?> system, String role, EventFeed feed, Telling telling, ProjectionSettings settings) {
        start(system, role, PostKind.create(), POSTS, feed, telling::ofPosts, settings);
        start(system, role, CrowdKind.create(), CROWDS, feed, telling::ofCrowds, settings);
    }

    private static <E> void start(
            ActorSystem<?> system,
            String role,
            EntityKind<?, ?, ?, ?, ?> kind,
            String name,
            EventFeed feed,
            AfterRows<E> tell,
            ProjectionSettings settings) {
        var noViews = new KindViews<E>(List.of(), List.of(), List.of());
        GapFiller.Journal<E> journal = (id, from, to) -> feed.<E>eventsOf(kind, id, from, to);
        KindProjection.<E>start(
                system,
                role,
                kind,
                name,
                feed,
                worker -> new PageHandler<>(noViews, NO_ROWS, tell, GapFiller.withoutViews(journal)),
                settings);
    }
}
