package io.varve.read.projection;

import io.varve.node.user.UserEvent;
import io.varve.node.user.UserKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.push.PushWorker;
import java.util.function.IntFunction;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of users to their browsers. It has offsets of its own: views filled anew send nothing again. */
public final class PushProjection {
    private static final String NAME = "user-push";

    private PushProjection() {}

    /** @param workers by their number */
    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            IntFunction<PushWorker> workers,
            ProjectionSettings settings) {
        var kind = UserKind.create();
        GapFiller.Journal<UserEvent> journal = (id, from, to) -> feed.<UserEvent>eventsOf(kind, id, from, to);
        KindProjection.<UserEvent>start(
                system,
                role,
                kind,
                NAME,
                feed,
                worker -> new PushPageHandler(workers.apply(worker), GapFiller.withoutViews(journal)),
                settings);
    }
}
