package io.varve.read.following;

import io.varve.read.feed.FeedMark;
import io.varve.read.feed.Following;
import io.varve.read.feed.Placed;
import io.varve.read.feed.PlacedPage;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Follows all events of a kind, once for all in a process who want to know of them. What the feed has lost is missing.
 *
 * @param <E> the root of the events of the kind
 */
public final class FeedFollower<E> {
    private final ActorSystem<?> system;
    private final Following<E> following;
    private final RestartSettings restart;
    private final ToIntFunction<E> size;
    private final WriteRing<List<Happened<E>>> ring;
    private final List<Consumer<Happened<E>>> listeners = new CopyOnWriteArrayList<>();
    private volatile FeedMark at;

    private FeedFollower(
            ActorSystem<?> system,
            Following<E> following,
            RestartSettings restart,
            int inMemory,
            ToIntFunction<E> size,
            FeedMark start) {
        this.system = system;
        this.following = following;
        this.restart = restart;
        this.size = size;
        ring = new WriteRing<>(inMemory, start);
        at = start;
    }

    /**
     * Complete when it has begun: what happens from then on will come.
     *
     * @param inMemory the size of the newest events that are kept for streams
     * @param size of an event, about 1 for half a kilobyte; 0 for one that is in no stream
     */
    public static <E> CompletionStage<FeedFollower<E>> start(
            ActorSystem<?> system,
            Following<E> following,
            RestartSettings restart,
            int inMemory,
            ToIntFunction<E> size) {
        return following.present().thenApply(start -> {
            var follower = new FeedFollower<>(system, following, restart, inMemory, size, start);
            RestartSource.onFailuresWithBackoff(
                            restart,
                            () -> following.after(follower.at).map(page -> {
                                follower.take(page);
                                return page;
                            }))
                    .runWith(Sink.ignore(), system);
            return follower;
        });
    }

    /**
     * Hands on every event from now on, before it is in any stream; rarely one more than once. The listener must be quick
     * and not fail.
     */
    public void listen(Consumer<Happened<E>> listener) {
        listeners.add(listener);
    }

    /** Where whoever has had everything so far is. */
    public StreamPosition now() {
        return ring.end();
    }

    /** @throws BadPositionException if {@link StreamPosition#text} has not given it out for this kind */
    public StreamPosition position(String text) {
        return StreamPosition.of(text, following);
    }

    /**
     * Whether somebody at a position has not had what was recorded before a time. What is still in memory counts as new:
     * it costs nobody anything.
     */
    public CompletionStage<Boolean> lacksBefore(StreamPosition position, Instant time) {
        return ring.placeOf(position).isPresent()
                ? CompletableFuture.completedFuture(false)
                : following.lacksBefore(position.mark(), time);
    }

    /**
     * The writes after a position, each once and without an end, those of one entity in their order; some that have
     * nothing to stream are left out.
     */
    public Source<List<Step<E>>, NotUsed> after(StreamPosition position) {
        return Subscription.source(system, following, ring, new StepTeller<>(), restart, position);
    }

    private void take(PlacedPage<E> page) {
        page.writes().forEach(write -> write.events().forEach(this::hear));
        page.writes().forEach(this::keep);
        at = at.with(page.upTo());
        ring.reached(at);
    }

    private void hear(Happened<E> event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void keep(Placed<E> write) {
        var before = at;
        var place = write.place().orElseThrow();
        if (before.has(place)) {
            return;
        }
        at = before.with(place);
        int all = write.events().stream()
                .mapToInt(happened -> size.applyAsInt(happened.event()))
                .sum();
        if (all > 0) {
            ring.add(new WriteRing.Told<>(before, place, write.events(), all, at));
        }
    }
}
