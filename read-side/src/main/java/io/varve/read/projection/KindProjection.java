package io.varve.read.projection;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.projection.HandlerRecoveryStrategy;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.cassandra.javadsl.CassandraProjection;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.javadsl.GroupedProjection;

/** Runs the projection of one kind: one process per tag, spread over the nodes with the role. */
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
        GapFiller.Journal<E> journal = (id, from, to) -> feed.<E>eventsOf(kind, id, from, to);
        var name = kind.name() + "-projection";
        ShardedDaemonProcess.get(system)
                .init(
                        ProjectionBehavior.Command.class,
                        name,
                        kind.tags(),
                        n -> ProjectionBehavior.create(of(
                                name,
                                kind.tag(n),
                                feed,
                                () -> new GroupHandler<>(views, rows, new GapFiller<>(revisions, journal)),
                                settings)),
                        ShardedDaemonProcessSettings.create(system).withRole(role),
                        Optional.of(ProjectionBehavior.stopMessage()));
    }

    /** At least once: the offset is saved after the rows. */
    static <E> GroupedProjection<Offset, EventEnvelope<Journaled<E>>> of(
            String name, String tag, EventFeed feed, Supplier<GroupHandler<E>> handler, ProjectionSettings settings) {
        return CassandraProjection.groupedWithin(ProjectionId.of(name, tag), feed.<E>events(tag), handler::get)
                .withGroup(settings.groupEvents(), settings.groupWindow())
                .withRestartBackoff(settings.restartAfter(), settings.restartAtMostAfter(), 0.2)
                .withRecoveryStrategy(
                        HandlerRecoveryStrategy.retryAndFail(settings.groupRetries(), settings.groupRetryAfter()));
    }
}
