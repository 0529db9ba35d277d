package io.varve.node;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.varve.node.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The real Cassandra server, the one that {@code ./varve up} starts, once per test JVM. */
public final class EmbeddedCassandra {
    private static EmbeddedCassandra shared;

    private final Path folder;
    private final String options;
    private final int port;
    private Process process;

    /** A server of one's own, on a free port, with its data in the folder. */
    public EmbeddedCassandra(Path folder) {
        this(folder, "");
    }

    private EmbeddedCassandra(Path folder, String options) {
        this.folder = folder;
        this.options = options;
        port = freePort();
        start();
    }

    /** The server that all tests of this JVM share; it ends with the JVM. */
    public static synchronized EmbeddedCassandra shared() {
        if (shared == null) {
            try {
                // Nobody starts it again, so it need not write its tables of tables to disk after each change of the
                // schema.
                shared = new EmbeddedCassandra(
                        Files.createTempDirectory("varve-cassandra"), "-Dcassandra.unsafesystem=true");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** A session with the shared server that uses the keyspace, which is made if need be. */
    public static CqlSession session(String keyspace) {
        return shared().connect(keyspace);
    }

    public CqlSession connect(String keyspace) {
        try (var session = connect()) {
            Schema.createKeyspace(session, keyspace, "datacenter1", 1);
        }
        return builder().withKeyspace(keyspace).build();
    }

    private CqlSession connect() {
        return builder().build();
    }

    private com.datastax.oss.driver.api.core.CqlSessionBuilder builder() {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", port))
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                        // Nobody asks these sessions what tables there are, and to read that takes longer than a test.
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .build());
    }

    public String contactPoint() {
        return "127.0.0.1:" + port;
    }

    /** Starts the server and waits until it answers. */
    public void start() {
        var builder = new ProcessBuilder(script().toString(), folder.toString(), Integer.toString(port));
        // For the minutes that it lives it is not worth while to compile it better.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 " + options);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("cassandra.out").toFile());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await("Cassandra, see " + folder)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(this::listens);
        try (var session = connect()) {
            session.execute("SELECT release_version FROM system.local");
        }
    }

    /** It opens its port when it is ready. To try with a session would take longer: that one waits and tries again itself. */
    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Cassandra ended with " + process.exitValue() + ", see " + folder);
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private static Path script() {
        // Tests run in the folder of their module; the script lies in the folder of this one.
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve("cluster-node/embedded-cassandra/cassandra.sh");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new IllegalStateException(
                "cassandra.sh is not to be found above " + Path.of("").toAbsolutePath());
    }

    public static int freePort() {
        // cassandra.sh takes the next port as well, for Cassandra's own use.
        for (int attempt = 0; attempt < 50; attempt++) {
            try (var first = new ServerSocket(0);
                    var next = new ServerSocket(first.getLocalPort() + 1)) {
                return next.getLocalPort() - 1;
            } catch (IOException taken) {
                continue; // Another pair, then.
            }
        }
        throw new IllegalStateException("no two free ports in a row");
    }
}
