package io.varve.node;

import com.typesafe.config.Config;
import java.net.InetSocketAddress;
import java.util.Set;

/**
 * The settings of a process, read once from {@code varve} in the configuration; reference.conf explains each.
 *
 * @param roles what the process does: write, read, gateway
 */
public record NodeSettings(Set<String> roles, Http http, Cassandra cassandra, Journal journal) {
    /** Which journal is written, and with it how the views are fed. */
    public enum Journal {
        BATCHING("varve.batching-journal"),
        STOCK("pekko.persistence.cassandra.journal");

        private final String plugin;

        Journal(String plugin) {
            this.plugin = plugin;
        }

        String plugin() {
            return plugin;
        }

        static Journal of(String name) {
            return switch (name) {
                case "batching" -> BATCHING;
                case "stock" -> STOCK;
                default -> throw new IllegalArgumentException("VARVE_JOURNAL must be batching or stock, not " + name);
            };
        }
    }

    public record Http(String host, int port) {}

    public record Cassandra(
            InetSocketAddress contactPoint, String datacenter, String keyspace, int replicationFactor) {}

    public static NodeSettings of(Config varve) {
        var cassandra = varve.getConfig("cassandra");
        return new NodeSettings(
                Set.of(varve.getString("roles").trim().split("\\s*,\\s*")),
                new Http(varve.getString("http.host"), varve.getInt("http.port")),
                new Cassandra(
                        address(cassandra.getString("contact-point")),
                        cassandra.getString("datacenter"),
                        cassandra.getString("keyspace"),
                        cassandra.getInt("replication-factor")),
                Journal.of(varve.getString("journal")));
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("VARVE_CASSANDRA must be host:port, not " + hostAndPort);
        }
        return InetSocketAddress.createUnresolved(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
