package io.varve.read.timeline;

import io.varve.read.feed.Following;
import io.varve.read.feed.PlacedPage;
import io.varve.read.table.Happened;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;

/** Hands on all events of a kind from now on. What the feed has lost is missing. */
final class FeedFollower {
    private FeedFollower() {}

    /** Complete when it has begun: what happens from then on will come. */
    static <E> CompletionStage<Done> start(
            ActorSystem<?> system, Following<E> following, RestartSettings restart, Consumer<Happened<E>> each) {
        return following.present().thenApply(start -> {
            var mark = new AtomicReference<>(start);
            RestartSource.onFailuresWithBackoff(
                            restart,
                            () -> following.after(mark.get()).map(page -> {
                                events(page, each);
                                return mark.updateAndGet(had -> had.with(page.upTo()));
                            }))
                    .runWith(Sink.ignore(), system);
            return Done.getInstance();
        });
    }

    private static <E> void events(PlacedPage<E> page, Consumer<Happened<E>> each) {
        page.writes().forEach(write -> write.events().forEach(each));
    }
}
