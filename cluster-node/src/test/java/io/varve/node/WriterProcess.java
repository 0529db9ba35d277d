package io.varve.node;

import com.typesafe.config.Config;
import io.varve.node.entity.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, with the role write if nothing else is said, which can be killed and started again at the
 * same address.
 */
public final class WriterProcess {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> environment;
    private final Path log;
    private final int managementPort;
    private Process process;

    /** A writer in the cluster of the keyspace, not started yet. */
    public WriterProcess(String keyspace, String journal, Path log) {
        this(keyspace, log, Map.of("VARVE_JOURNAL", journal));
    }

    /** @param more of its environment: settings that are not as they are by default */
    public WriterProcess(String keyspace, Path log, Map<String, String> more) {
        this.log = log;
        managementPort = LocalNode.freePort();
        environment = new HashMap<>(Map.of(
                "VARVE_ROLES",
                "write",
                "VARVE_REMOTE_PORT",
                "" + LocalNode.freePort(),
                "VARVE_MANAGEMENT_PORT",
                "" + managementPort,
                "VARVE_CASSANDRA",
                EmbeddedCassandra.shared().contactPoint(),
                "VARVE_KEYSPACE",
                keyspace));
        environment.putAll(more);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** A writer beside a node, in its cluster, not started yet. */
    public static WriterProcess beside(Node node, Path log) {
        Config config = node.system().settings().config();
        return new WriterProcess(config.getString("varve.cassandra.keyspace"), config.getString("varve.journal"), log);
    }

    public WriterProcess start() {
        var builder = new ProcessBuilder(NodeJvm.command("-Xmx384m"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** How many members the node knows to be up; 0 while it is none itself, or does not answer. */
    public int membersUp() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/cluster/members"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            var members = Json.JOURNAL.readTree(
                    HTTP.send(request, BodyHandlers.ofString()).body());
            int up = 0;
            for (var member : members.path("members")) {
                up += member.path("status").asText().equals("Up") ? 1 : 0;
            }
            return up;
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In how many lines of its log a text is, over all of its starts. */
    public int timesLogged(String text) {
        try (var lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
