package io.varve.read.following;

import io.varve.read.feed.Following;
import io.varve.read.feed.Placed;
import io.varve.read.feed.PlacedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;

/**
 * One who listens. Takes from the ring what he has not had; while the ring does not go back far enough for him, he
 * follows the feed by himself. Nothing waits for him in memory but what he is just told.
 */
public final class Subscription<E, W, T> {
    /** What is handed over at once, but for one write, has this size. */
    private static final int LOT = 256;

    private final ActorSystem<?> system;
    private final Following<E> following;
    private final WriteRing<W> ring;
    private final Teller<E, W, T> teller;
    private final RestartSettings restart;
    private volatile StreamPosition at;
    /** The next write in the ring; null while the feed is followed. */
    private WriteRing.Place place;
    /** The feed from the position on; null while the ring is read. */
    private SinkQueueWithCancel<PlacedPage<E>> feed;

    private volatile CompletableFuture<Void> news = CompletableFuture.completedFuture(null);

    private Subscription(
            ActorSystem<?> system,
            Following<E> following,
            WriteRing<W> ring,
            Teller<E, W, T> teller,
            RestartSettings restart,
            StreamPosition start) {
        this.system = system;
        this.following = following;
        this.ring = ring;
        this.teller = teller;
        this.restart = restart;
        at = start;
    }

    /** What is told from a position on, without an end; some lots may be empty. */
    public static <E, W, T> Source<List<T>, NotUsed> source(
            ActorSystem<?> system,
            Following<E> following,
            WriteRing<W> ring,
            Teller<E, W, T> teller,
            RestartSettings restart,
            StreamPosition start) {
        return Source.unfoldResourceAsync(
                () -> CompletableFuture.completedFuture(
                        new Subscription<>(system, following, ring, teller, restart, start)),
                subscription -> subscription.next().thenApply(Optional::of),
                subscription -> {
                    subscription.close();
                    return CompletableFuture.completedFuture(Done.getInstance());
                });
    }

    /** What is told next, maybe nothing; one call at a time. */
    private CompletionStage<List<T>> next() {
        if (place == null) {
            place = ring.placeOf(at).orElse(null);
        }
        return place == null ? fromFeed() : fromRing();
    }

    private CompletionStage<List<T>> fromRing() {
        leaveFeed();
        var found = ring.from(place.number(), LOT);
        if (found.isEmpty()) {
            place = null;
            return next();
        }
        if (found.get().isEmpty()) {
            news = ring.news(place.number());
            return news.thenApplyAsync(woken -> List.of(), system.executionContext());
        }
        List<T> told = new ArrayList<>();
        found.get().forEach(write -> take(write, told));
        return CompletableFuture.completedFuture(told);
    }

    private void take(WriteRing.Told<W> write, List<T> told) {
        boolean inStep = place.inStep() || write.before().covers(at.mark());
        place = new WriteRing.Place(place.number() + 1, inStep);
        if (inStep) {
            told.addAll(teller.tell(write));
            at = StreamPosition.at(write.after());
        } else if (!at.mark().has(write.place())) {
            at = teller.tell(write, at, told);
        }
    }

    private CompletionStage<List<T>> fromFeed() {
        if (feed == null) {
            feed = RestartSource.onFailuresWithBackoff(restart, () -> following.after(at.mark()))
                    .runWith(Sink.queue(1), system);
        }
        return feed.pull().thenCompose(page -> {
            CompletionStage<List<T>> taken = CompletableFuture.completedFuture(new ArrayList<>());
            for (var write : page.orElseThrow().writes()) {
                taken = taken.thenCompose(told -> take(write, told));
            }
            return taken.thenApply(told -> {
                at = at.with(page.get().upTo());
                return told;
            });
        });
    }

    private CompletionStage<List<T>> take(Placed<E> write, List<T> told) {
        var feedPlace = write.place().orElseThrow();
        if (at.mark().has(feedPlace)) {
            return CompletableFuture.completedFuture(told);
        }
        if (write.events().isEmpty()) {
            at = at.with(at.mark().with(feedPlace));
            return CompletableFuture.completedFuture(told);
        }
        return teller.tell(write, at, told).thenApply(then -> {
            at = then;
            return told;
        });
    }

    private void leaveFeed() {
        if (feed != null) {
            feed.cancel();
            feed = null;
        }
    }

    private void close() {
        ring.forget(news);
        leaveFeed();
    }
}
