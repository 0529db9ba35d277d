package io.varve.node;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node in this JVM, on free ports, over the Cassandra that the tests share. */
public final class LocalNode {
    private static final Duration LONG = Duration.ofSeconds(60);

    private LocalNode() {}

    /** @param settings what shall differ, by path */
    public static Node start(String keyspace, String roles, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "varve.roles",
                roles,
                "varve.cassandra.contact-point",
                EmbeddedCassandra.shared().contactPoint(),
                "varve.cassandra.keyspace",
                keyspace,
                "pekko.remote.artery.canonical.port",
                Integer.toString(freePort()),
                "pekko.management.http.port",
                Integer.toString(freePort()),
                "pekko.coordinated-shutdown.exit-jvm",
                "off"));
        all.putAll(settings);
        return Main.start(ConfigFactory.parseMap(all)
                .withFallback(ConfigFactory.defaultOverrides())
                .withFallback(ConfigFactory.parseResourcesAnySyntax("application"))
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
    }

    public static void stop(Node node) {
        node.system().terminate();
        node.system()
                .getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
