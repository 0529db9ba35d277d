package io.varve.node;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.varve.node.cluster.Membership;
import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityKinds;
import io.varve.node.entity.EntitySettings;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.JournalSetup;
import io.varve.node.schema.Schema;
import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.management.javadsl.PekkoManagement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of the cluster: prepares the keyspace, joins the cluster and starts the roles that it is given. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final DateTimeFormatter BUCKET = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm");

    private Main() {}

    public static void main(String[] args) {
        shareThreads();
        try {
            start(ConfigFactory.load());
        } catch (RuntimeException e) {
            LOG.error("Varve does not start: {}", e.getMessage(), e);
            System.exit(1);
        }
    }

    /**
     * On one or two cores the JDK gives its futures no common pool but a new thread per asynchronous stage, and what
     * Pekko's Java interface answers (asks, streams) is asynchronous at every stage. That cost half of all CPU.
     */
    private static void shareThreads() {
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        }
    }

    /** Starts a node; returns when its roles have started. */
    public static Node start(Config config) {
        var settings = NodeSettings.of(config.getConfig("varve"));
        var kinds = Kinds.all();
        var session = connect(settings.cassandra());
        var schema = prepare(session, config, kinds);
        var system = ActorSystem.create(
                Behaviors.<Void>ignore(),
                "varve",
                ActorSystemSetup.create(
                        BootstrapSetup.create(overlay(config, settings, schema)), kinds, new JournalSetup(session)));
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseActorSystemTerminate(), "close-cassandra-session", () -> {
                    session.closeAsync();
                    return CompletableFuture.completedFuture(Done.getInstance());
                });
        Membership.start(system.classicSystem(), session);
        try {
            return startRoles(system, settings, kinds, session, schema);
        } catch (RuntimeException e) {
            system.terminate();
            throw e;
        }
    }

    private static Node startRoles(
            ActorSystem<Void> system, NodeSettings settings, EntityKinds kinds, CqlSession session, Schema schema) {
        var config = system.settings().config();
        var entitySettings = EntitySettings.of(config.getConfig("varve.entity"));
        var entities = new Entities(system.classicSystem(), kinds, entitySettings);
        var node = new Node(system, settings, entities, session, schema);
        for (var role : roles(settings)) {
            role.start(node);
            LOG.info("Role {} has started", role.name());
        }
        PekkoManagement.get(system.classicSystem())
                .start()
                .toCompletableFuture()
                .join();
        return node;
    }

    private static CqlSession connect(NodeSettings.Cassandra cassandra) {
        var address = cassandra.contactPoint();
        var builder = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address.getHostString(), address.getPort()))
                .withLocalDatacenter(cassandra.datacenter());
        try (var first = builder.build()) {
            Schema.createKeyspace(first, cassandra.keyspace(), cassandra.datacenter(), cassandra.replicationFactor());
        }
        return builder.withKeyspace(cassandra.keyspace()).build();
    }

    private static Schema prepare(CqlSession session, Config config, EntityKinds kinds) {
        var schema = new Schema(session);
        schema.apply("node");
        schema.require("number-of-shards", config.getString("pekko.cluster.sharding.number-of-shards"));
        schema.require("feed-slices", Integer.toString(FeedLog.SLICES));
        for (EntityKind<?, ?, ?, ?, ?> kind : kinds.all()) {
            schema.require("tags-of-" + kind.name(), Integer.toString(kind.tags()));
        }
        return schema;
    }

    /** What the plugins' settings take from ours. */
    private static Config overlay(Config config, NodeSettings settings, Schema schema) {
        var cassandra = settings.cassandra();
        String keyspace = cassandra.keyspace();
        String now = BUCKET.format(LocalDateTime.now(ZoneOffset.UTC).minusMinutes(10));
        return config.withValue(
                        "pekko.persistence.journal.plugin",
                        value(settings.journal().plugin()))
                .withValue("pekko.persistence.cassandra.journal.keyspace", value(keyspace))
                .withValue("pekko.persistence.cassandra.snapshot.keyspace", value(keyspace))
                .withValue("pekko.projection.cassandra.offset-store.keyspace", value(keyspace))
                .withValue(
                        "pekko.persistence.cassandra.events-by-tag.first-time-bucket",
                        value(schema.fix("first-time-bucket", now)))
                .withValue(
                        "datastax-java-driver.basic.contact-points",
                        value(List.of(cassandra.contactPoint().getHostString() + ":"
                                + cassandra.contactPoint().getPort())))
                .withValue(
                        "datastax-java-driver.basic.load-balancing-policy.local-datacenter",
                        value(cassandra.datacenter()))
                .withValue("pekko.cluster.roles", value(List.copyOf(settings.roles())));
    }

    private static ConfigValue value(Object value) {
        return ConfigValueFactory.fromAnyRef(value);
    }

    private static List<Role> roles(NodeSettings settings) {
        var known = StreamSupport.stream(ServiceLoader.load(Role.class).spliterator(), false)
                .toList();
        return settings.roles().stream()
                .sorted()
                .map(name -> known.stream()
                        .filter(role -> role.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("VARVE_ROLES names an unknown role: " + name)))
                .toList();
    }
}
