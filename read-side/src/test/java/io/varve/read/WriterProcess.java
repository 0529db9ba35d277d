package io.varve.read;

import com.typesafe.config.Config;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node with the role write in a process of its own, which can be killed and started again at the same address. */
public final class WriterProcess {
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    /** A writer of the cluster that the node has founded, not started yet. */
    public WriterProcess(Node founder, Path log) {
        this.log = log;
        Config config = founder.system().settings().config();
        environment = Map.of(
                "VARVE_ROLES",
                "write",
                "VARVE_REMOTE_PORT",
                "" + LocalNode.freePort(),
                "VARVE_MANAGEMENT_PORT",
                "" + LocalNode.freePort(),
                "VARVE_SEEDS",
                config.getString("varve.cluster.seeds"),
                "VARVE_CASSANDRA",
                EmbeddedCassandra.shared().contactPoint(),
                "VARVE_KEYSPACE",
                config.getString("varve.cassandra.keyspace"),
                "VARVE_JOURNAL",
                config.getString("varve.journal"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    public WriterProcess start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.varve.node.Main");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** kill -9. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Leaves the cluster in good order. */
    public void leave() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Stands still, as in a long pause of its garbage collector. */
    public void pause() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
