package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.feed.FeedPlace;
import io.varve.read.feed.Following;
import io.varve.read.feed.Placed;
import io.varve.read.feed.PlacedPage;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;

/**
 * One who listens. Takes from the ring what he has not had; while the ring does not go back far enough for him, he
 * follows the feed by himself.
 */
final class Subscription {
    /** Signals that are handed over at once, but for those of one write. */
    private static final int LOT = 256;

    private final ActorSystem<?> system;
    private final Following<VehicleEvent> following;
    private final Fleet fleet;
    private final SignalRing ring;
    private final RestartSettings restart;
    private volatile LivePosition at;
    /** The next write in the ring; null while the feed is followed. */
    private SignalRing.Place place;
    /** The feed from the position on; null while the ring is read. */
    private SinkQueueWithCancel<PlacedPage<VehicleEvent>> feed;

    private volatile CompletableFuture<Void> news = CompletableFuture.completedFuture(null);

    Subscription(
            ActorSystem<?> system,
            Following<VehicleEvent> following,
            Fleet fleet,
            SignalRing ring,
            RestartSettings restart,
            LivePosition start) {
        this.system = system;
        this.following = following;
        this.fleet = fleet;
        this.ring = ring;
        this.restart = restart;
        at = start;
    }

    /** The next signals, maybe none; one call at a time. */
    CompletionStage<List<LiveSignal>> next() {
        if (place == null) {
            place = ring.placeOf(at).orElse(null);
        }
        return place == null ? fromFeed() : fromRing();
    }

    private CompletionStage<List<LiveSignal>> fromRing() {
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
        List<LiveSignal> signals = new ArrayList<>();
        found.get().forEach(told -> take(told, signals));
        return CompletableFuture.completedFuture(signals);
    }

    private void take(SignalRing.Told told, List<LiveSignal> signals) {
        boolean inStep = place.inStep() || told.before().mark().covers(at.mark());
        place = new SignalRing.Place(place.number() + 1, inStep);
        if (inStep) {
            signals.addAll(told.signals());
            at = told.after();
        } else if (!at.mark().has(told.write().place())) {
            at = told.write().tell(at, signals);
        }
    }

    private CompletionStage<List<LiveSignal>> fromFeed() {
        if (feed == null) {
            feed = RestartSource.onFailuresWithBackoff(restart, () -> following.after(at.mark()))
                    .runWith(Sink.queue(1), system);
        }
        return feed.pull().thenCompose(page -> {
            CompletionStage<List<LiveSignal>> taken = CompletableFuture.completedFuture(new ArrayList<>());
            for (var placed : page.orElseThrow().writes()) {
                taken = taken.thenCompose(signals -> take(placed, signals));
            }
            return taken.thenApply(signals -> {
                at = at.with(page.get().upTo());
                return signals;
            });
        });
    }

    private CompletionStage<List<LiveSignal>> take(Placed<VehicleEvent> placed, List<LiveSignal> signals) {
        var feedPlace = placed.place().orElseThrow();
        if (at.mark().has(feedPlace)) {
            return CompletableFuture.completedFuture(signals);
        }
        if (placed.events().isEmpty()) {
            at = at.with(at.mark().with(feedPlace));
            return CompletableFuture.completedFuture(signals);
        }
        var first = placed.events().get(0);
        var part = at.begun().get(VehicleWrite.key(first.entityId(), first.revision()));
        if (part == null || part.revision() >= first.revision()) {
            tell(feedPlace, List.of(), placed.events(), signals);
            return CompletableFuture.completedFuture(signals);
        }
        // The part ends in what the feed has lost, which was told together with this write.
        return following
                .missing(first.entityId(), part.revision(), first.revision() - 1, at.mark())
                .thenApply(missing -> {
                    var lost = missing.stream()
                            .filter(each -> each.place().isEmpty())
                            .flatMap(each -> each.events().stream())
                            .toList();
                    tell(feedPlace, lost, placed.events(), signals);
                    return signals;
                });
    }

    private void tell(
            FeedPlace feedPlace,
            List<Happened<VehicleEvent>> lost,
            List<Happened<VehicleEvent>> own,
            List<LiveSignal> signals) {
        var label = fleet.label(own.get(0).entityId());
        at = VehicleWrite.of(feedPlace, label, lost, own).tell(at, signals);
    }

    private void leaveFeed() {
        if (feed != null) {
            feed.cancel();
            feed = null;
        }
    }

    void close() {
        ring.forget(news);
        leaveFeed();
    }
}
