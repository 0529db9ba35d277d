package io.varve.node.entity;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.varve.node.account.AccountKind;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.post.PostKind;
import io.varve.node.region.RegionKind;
import io.varve.node.route.RouteKind;
import io.varve.node.transfer.TransferKind;
import io.varve.node.user.UserKind;
import io.varve.node.vehicle.VehicleKind;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.query.javadsl.PersistenceTestKitReadJournal;

/** An actor system with the node's serializer and a journal in memory that serializes what it keeps. */
final class HostSystem {
    static final EntityKinds KINDS = new EntityKinds(List.of(
            AccountKind.create(),
            TransferKind.create(),
            VehicleKind.create(),
            RegionKind.create(),
            RouteKind.create(),
            UserKind.create(),
            PostKind.create(),
            CrowdKind.create()));

    private HostSystem() {}

    static ActorSystem create() {
        return create(ConfigFactory.parseString("pekko.actor.provider = local"), "pekko.actor");
    }

    /** The same as a cluster of one, with the node's sharding, on a free port. */
    static ActorSystem createCluster() {
        var system = create(
                ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.port",
                        0,
                        "pekko.cluster.roles",
                        List.of(Entities.HOSTING_ROLE),
                        "pekko.cluster.sharding.shard-failure-backoff",
                        "1s",
                        "pekko.coordinated-shutdown.exit-jvm",
                        "off")),
                "pekko");
        var cluster = Cluster.get(system);
        cluster.join(cluster.selfAddress());
        return system;
    }

    /** @param settings the part of the node's own that is kept */
    private static ActorSystem create(Config changed, String settings) {
        var config = changed.withFallback(PersistenceTestKitPlugin.config())
                .withFallback(PersistenceTestKitSnapshotPlugin.config())
                .withFallback(ConfigFactory.parseResources("cluster.conf").withOnlyPath(settings))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        return ActorSystem.create("host", ActorSystemSetup.create(BootstrapSetup.create(config), KINDS));
    }

    /** What the journal in memory holds. */
    static CurrentEventsByPersistenceIdQuery readJournal(ActorSystem system) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(PersistenceTestKitReadJournal.class, PersistenceTestKitReadJournal.Identifier());
    }
}
