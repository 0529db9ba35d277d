package io.varve.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a node in a process of its own, with the classes of this one. */
public final class NodeJvm {
    private static final String DRIVER = "datastax-java-driver.";

    private NodeJvm() {}

    /** @param options what else the JVM is told */
    public static List<String> command(String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"));
        // One that is started again after a kill is turned away first, in favour of its predecessor, and asks anew
        // after that.
        command.add("-Dpekko.cluster.retry-unsuccessful-join-after=3s");
        // How soon a node that came gets shards.
        command.add("-Dpekko.cluster.sharding.rebalance-interval=2s");
        command.addAll(List.of(options));
        // What the tests tell the driver holds for all nodes, wherever they run.
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(DRIVER))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }
}
