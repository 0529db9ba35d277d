package io.varve.http;

import com.typesafe.config.ConfigFactory;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A whole node, all roles of it, in this JVM: what {@code ./varve up} runs, on free ports. */
final class TestNode {
    static final String KEYSPACE = "varve_gateway_test";
    /** A machine that tests may pause for seconds: that makes nothing wrong. */
    private static final Map<String, Object> PATIENCE =
            Map.of("varve.entity.ask-timeout", "20s", "datastax-java-driver.basic.request.timeout", "20s");

    private static Api shared;

    private TestNode() {}

    /** The node that all tests of this JVM share; it ends with the JVM. */
    static synchronized Api shared() {
        if (shared == null) {
            shared = start(KEYSPACE, Map.of());
        }
        return shared;
    }

    /**
     * A node of its own, which ends with the JVM.
     *
     * @param keyspace one that no other node uses
     * @param own settings that are not as they are by default
     */
    static Api start(String keyspace, Map<String, Object> own) {
        int httpPort = freePort();
        var settings = Map.<String, Object>of(
                "varve.http.port",
                httpPort,
                "varve.cassandra.contact-point",
                EmbeddedCassandra.shared().contactPoint(),
                "varve.cassandra.keyspace",
                keyspace,
                "varve.read.push.make-keys",
                "on",
                "varve.read.audit-patience",
                "3s",
                "pekko.remote.artery.canonical.port",
                freePort(),
                "pekko.management.http.port",
                freePort(),
                "pekko.coordinated-shutdown.exit-jvm",
                "off",
                // The JVM ends when the tests do, and Cassandra with it: there is nothing to leave in good order.
                "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                "off");
        Main.start(ConfigFactory.load(ConfigFactory.parseMap(own)
                .withFallback(ConfigFactory.parseMap(settings))
                .withFallback(ConfigFactory.parseMap(PATIENCE))
                .withFallback(ConfigFactory.parseResources("application.conf"))));
        return new Api(URI.create("http://127.0.0.1:" + httpPort), Duration.ofSeconds(40));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
