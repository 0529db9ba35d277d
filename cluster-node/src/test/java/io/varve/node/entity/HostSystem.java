package io.varve.node.entity;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.varve.node.account.AccountKind;
import io.varve.node.transfer.TransferKind;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.query.javadsl.PersistenceTestKitReadJournal;

/** An actor system with the node's serializer and a journal in memory that serializes what it keeps. */
final class HostSystem {
    static final EntityKinds KINDS = new EntityKinds(List.of(AccountKind.create(), TransferKind.create()));

    private HostSystem() {}

    static ActorSystem create() {
        return ActorSystem.create("host", ActorSystemSetup.create(BootstrapSetup.create(config()), KINDS));
    }

    /** What the journal in memory holds. */
    static CurrentEventsByPersistenceIdQuery readJournal(ActorSystem system) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(PersistenceTestKitReadJournal.class, PersistenceTestKitReadJournal.Identifier());
    }

    private static Config config() {
        var node = ConfigFactory.parseResources("cluster.conf");
        return ConfigFactory.parseString("pekko.actor.provider = local")
                .withFallback(PersistenceTestKitPlugin.config())
                .withFallback(PersistenceTestKitSnapshotPlugin.config())
                .withFallback(node.withOnlyPath("pekko.actor"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
