package io.varve.http;

import io.varve.node.NodeJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A node in a process of its own, which can be killed and started again under the same addresses. */
final class NodeProcess {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final int managementPort;
    private Process process;

    final Api api;

    private NodeProcess(String name, Path folder, int managementPort, Map<String, String> environment) {
        this.name = name;
        this.folder = folder;
        this.managementPort = managementPort;
        this.environment = environment;
        api = new Api(URI.create("http://127.0.0.1:" + environment.get("VARVE_HTTP_PORT")), Duration.ofSeconds(20));
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** The nodes of one cluster, not started yet; their logs are in the folder. */
    static List<NodeProcess> cluster(int count, Path folder, String cassandra, String keyspace) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int managementPort = TestNode.freePort();
                    var environment = Map.of(
                            "VARVE_HTTP_PORT",
                            "" + TestNode.freePort(),
                            "VARVE_MANAGEMENT_PORT",
                            "" + managementPort,
                            "VARVE_REMOTE_PORT",
                            "" + TestNode.freePort(),
                            "VARVE_CASSANDRA",
                            cassandra,
                            "VARVE_KEYSPACE",
                            keyspace);
                    return new NodeProcess("node-" + i, folder, managementPort, environment);
                })
                .toList();
    }

    void start() {
        var builder = new ProcessBuilder(NodeJvm.command("-Xmx512m", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await(name + ", see " + folder)
                .atMost(Duration.ofSeconds(240))
                .pollInterval(Duration.ofMillis(200))
                .until(this::ready);
    }

    private boolean ready() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ", see " + folder);
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** kill -9. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
