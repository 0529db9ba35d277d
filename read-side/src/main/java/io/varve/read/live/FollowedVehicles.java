package io.varve.read.live;

import io.varve.node.Node;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleKind;
import io.varve.read.Views;
import io.varve.read.feed.EventFeed;
import io.varve.read.feed.FeedMark;
import io.varve.read.feed.Feeds;
import io.varve.read.feed.Following;
import io.varve.read.following.StreamPosition;
import io.varve.read.following.Subscription;
import io.varve.read.following.WriteRing;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.vehicle.VehicleView;
import io.varve.read.vehicle.VehicleViews;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vehicles out of their views and, from then on, out of the feed. */
final class FollowedVehicles implements LiveVehicles {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedVehicles.class);
    /** Events of one vehicle that are worth reading when the views do not have them; else the views will. */
    private static final long MOST_READ = 1_000;

    private final ActorSystem<?> system;
    private final VehicleViews views;
    private final EventFeed feed;
    private final Following<VehicleEvent> following;
    private final LiveSettings settings;
    private final Fleet fleet = new Fleet();
    private final WriteRing<SignalTeller.Told> ring;
    private final LiveFollower follower;

    private FollowedVehicles(
            ActorSystem<?> system,
            VehicleViews views,
            EventFeed feed,
            Following<VehicleEvent> following,
            LiveSettings settings,
            FeedMark start) {
        this.system = system;
        this.views = views;
        this.feed = feed;
        this.following = following;
        this.settings = settings;
        ring = new WriteRing<>(settings.signalsInMemory(), start);
        follower = new LiveFollower(following, this::heal, fleet, ring, start);
    }

    static CompletionStage<LiveVehicles> start(Node node) {
        var views = Views.of(node).vehicles();
        var read = node.system().settings().config().getConfig("varve.read");
        return start(node.system(), views, Feeds.of(node), LiveSettings.of(read));
    }

    static CompletionStage<LiveVehicles> start(
            ActorSystem<?> system, VehicleViews views, EventFeed feed, LiveSettings settings) {
        var following = feed.<VehicleEvent>following(VehicleKind.create());
        // The views after the mark: what happens in between is in both, which does no harm.
        return following.present().thenCompose(start -> {
            var vehicles = new FollowedVehicles(system, views, feed, following, settings, start);
            return vehicles.compare().thenApply(loaded -> {
                vehicles.run();
                return vehicles;
            });
        });
    }

    private void run() {
        RestartSource.onFailuresWithBackoff(
                        settings.restart(),
                        () -> following.after(follower.mark()).mapAsync(1, follower::take))
                .runWith(Sink.ignore(), system);
        Source.tick(settings.compareEvery(), settings.compareEvery(), Done.getInstance())
                .mapAsync(
                        1,
                        tick -> compare().exceptionally(failure -> {
                            LOG.warn("The vehicles could not be compared with their views", failure);
                            return Done.getInstance();
                        }))
                .runWith(Sink.ignore(), system);
    }

    /** Takes over what the views know and the feed has not brought: before it was followed, or because it lost it. */
    private CompletionStage<Done> compare() {
        return views.all().thenApply(all -> {
            all.forEach(fleet::take);
            return Done.getInstance();
        });
    }

    private CompletionStage<Done> heal(String vehicleId, long revision) {
        return views.vehicle(vehicleId).thenCompose(view -> {
            view.ifPresent(fleet::take);
            long known = fleet.revision(vehicleId);
            if (known >= revision || revision - known > MOST_READ) {
                return CompletableFuture.completedFuture(Done.getInstance());
            }
            return feed.<VehicleEvent>eventsOf(VehicleKind.create(), vehicleId, known + 1, revision)
                    .thenApply(events -> {
                        events.forEach(fleet::take);
                        return Done.getInstance();
                    });
        });
    }

    @Override
    public Collection<VehicleView> all() {
        return fleet.all();
    }

    @Override
    public Page<VehicleView> page(Predicate<VehicleView> wanted, PageRequest page) {
        return fleet.page(wanted, page);
    }

    @Override
    public Optional<VehicleView> vehicle(String vehicleId) {
        return fleet.vehicle(vehicleId);
    }

    @Override
    public String now() {
        return ring.end().text();
    }

    @Override
    public Source<LiveSignal, NotUsed> stream(Optional<String> after) {
        var start = after.map(text -> StreamPosition.of(text, following)).orElseGet(ring::end);
        var teller = new SignalTeller(following, fleet);
        return Subscription.source(system, following, ring, teller, settings.restart(), start)
                .mapConcat(signals -> signals);
    }
}
