package io.varve.node.entity;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.varve.node.account.AccountKind;
import io.varve.node.transfer.TransferKind;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;

/** An actor system with the node's serializer and a journal in memory that serializes what it keeps. */
final class HostSystem {
    private HostSystem() {}

    static ActorSystem create() {
        var kinds = new EntityKinds(List.of(AccountKind.create(), TransferKind.create()));
        return ActorSystem.create("host", ActorSystemSetup.create(BootstrapSetup.create(config()), kinds));
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
