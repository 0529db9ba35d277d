package io.varve.read.live;

import io.varve.node.entity.EntityKind;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.Fixture;
import io.varve.read.feed.EventFeed;
import io.varve.read.feed.EventPage;
import io.varve.read.feed.Following;
import io.varve.read.feed.ScriptedFeed;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.projection.javadsl.SourceProvider;

/** The live vehicles of a process, which reads a scripted feed with luck of its own. */
final class LiveNode implements EventFeed {
    private final ScriptedFeed<VehicleEvent> script;
    private final Random luck;
    private final LiveVehicles vehicles;

    LiveNode(ActorSystem<?> system, ScriptedFeed<VehicleEvent> script, Fixture views, int signalsInMemory, long seed) {
        this.script = script;
        luck = new Random(seed);
        var settings =
                new LiveSettings(signalsInMemory, Duration.ofHours(1), Duration.ofMillis(1), Duration.ofMillis(1));
        vehicles = FollowedVehicles.start(system, views.views().vehicles(), this, settings)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    LiveVehicles vehicles() {
        return vehicles;
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public <E> SourceProvider<Object, EventPage<E>> pages(EntityKind<?, ?, ?, ?, ?> kind, int worker, int workers) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E> Following<E> following(EntityKind<?, ?, ?, ?, ?> kind) {
        return (Following<E>) script.seenWith(luck);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        List<Happened<VehicleEvent>> events = script.journal(entityId, from, to);
        return CompletableFuture.completedFuture((List<Happened<E>>) (List<?>) events);
    }
}
