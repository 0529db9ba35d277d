package io.varve.read.projection;

import io.varve.node.entity.EntityKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.feed.EventPage;
import io.varve.read.table.KeysOnce;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import org.apache.pekko.projection.HandlerRecoveryStrategy;
import org.apache.pekko.projection.Projection;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.cassandra.javadsl.CassandraProjection;
import org.apache.pekko.projection.javadsl.Handler;

/** Runs the projection of one kind: some workers, spread over the nodes with the role. */
final class KindProjection {
    private KindProjection() {}

    /** @param role the role of the nodes that run it */
    static <E> void start(
            ActorSystem<?> system,
            String role,
            EntityKind<?, ?, ?, ?, ?> kind,
            KindViews<E> views,
            EventFeed feed,
            RowStore rows,
            GapFiller.Revisions revisions,
            ProjectionSettings settings) {
        start(system, role, kind, views, feed, rows, AfterRows.nothing(), revisions, settings);
    }

    /** @param after what is done when the rows of a page are written */
    static <E> void start(
            ActorSystem<?> system,
            String role,
            EntityKind<?, ?, ?, ?, ?> kind,
            KindViews<E> views,
            EventFeed feed,
            RowStore rows,
            AfterRows<E> after,
            GapFiller.Revisions revisions,
            ProjectionSettings settings) {
        GapFiller.Journal<E> journal = (id, from, to) -> feed.<E>eventsOf(kind, id, from, to);
        start(
                system,
                role,
                kind,
                name(kind),
                feed,
                worker -> new PageHandler<>(views, new KeysOnce(rows), after, new GapFiller<>(revisions, journal)),
                settings);
    }

    /**
     * @param name of the projection, and so of its offsets
     * @param handlers makes the handler of a worker, a new one for each time that the worker starts
     */
    static <E> void start(
            ActorSystem<?> system,
            String role,
            EntityKind<?, ?, ?, ?, ?> kind,
            String name,
            EventFeed feed,
            IntFunction<Handler<EventPage<E>>> handlers,
            ProjectionSettings settings) {
        int workers = kind.tags();
        ShardedDaemonProcess.get(system)
                .init(
                        ProjectionBehavior.Command.class,
                        name,
                        workers,
                        worker -> ProjectionBehavior.create(KindProjection.<E>of(
                                id(name, feed, worker), feed, kind, worker, () -> handlers.apply(worker), settings)),
                        ShardedDaemonProcessSettings.create(system).withRole(role),
                        Optional.of(ProjectionBehavior.stopMessage()));
    }

    /** The name of the projection that fills the views of a kind. */
    static String name(EntityKind<?, ?, ?, ?, ?> kind) {
        return kind.name() + "-projection";
    }

    /** @param name of the projection */
    static ProjectionId id(String name, EventFeed feed, int worker) {
        return ProjectionId.of(name, feed.name() + "-" + worker);
    }

    /** At least once: the offset is saved after the rows, once per page. */
    private static <E> Projection<EventPage<E>> of(
            ProjectionId id,
            EventFeed feed,
            EntityKind<?, ?, ?, ?, ?> kind,
            int worker,
            Supplier<Handler<EventPage<E>>> handler,
            ProjectionSettings settings) {
        return CassandraProjection.atLeastOnce(id, feed.<E>pages(kind, worker, kind.tags()), handler)
                .withSaveOffset(1, Duration.ZERO)
                .withRestartBackoff(settings.restartAfter(), settings.restartAtMostAfter(), 0.2)
                .withRecoveryStrategy(
                        HandlerRecoveryStrategy.retryAndFail(settings.pageRetries(), settings.pageRetryAfter()));
    }
}
