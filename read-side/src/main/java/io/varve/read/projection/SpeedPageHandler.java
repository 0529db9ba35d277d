package io.varve.read.projection;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.feed.EventPage;
import io.varve.read.speed.SpeedWorker;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.projection.javadsl.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands pages to a worker of the model of speeds, and ticks between them. */
final class SpeedPageHandler extends Handler<EventPage<VehicleEvent>> {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedPageHandler.class);

    private final ActorSystem<?> system;
    private final SpeedWorker worker;
    private final Duration tick;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private Cancellable ticks = Cancellable.alreadyCancelled();

    SpeedPageHandler(ActorSystem<?> system, SpeedWorker worker, Duration tick) {
        this.system = system;
        this.worker = worker;
        this.tick = tick;
    }

    @Override
    public CompletionStage<Done> start() {
        return worker.start().thenApply(done -> {
            ticks = system.scheduler().scheduleWithFixedDelay(tick, tick, this::tick, system.executionContext());
            return Done.getInstance();
        });
    }

    private void tick() {
        if (ticking.compareAndSet(false, true)) {
            worker.tick().whenComplete((done, failure) -> {
                ticking.set(false);
                if (failure != null) {
                    LOG.warn("The model of speeds could not look for new outlines; it will again", failure);
                }
            });
        }
    }

    @Override
    public CompletionStage<Done> process(EventPage<VehicleEvent> page) {
        return worker.page(page.events()).thenApply(done -> Done.getInstance());
    }

    @Override
    public CompletionStage<Done> stop() {
        ticks.cancel();
        return super.stop();
    }
}
