package io.varve.bench;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Where Varve listens, shared by all subcommands. */
final class TargetOptions {
    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "A gateway (default: ${DEFAULT-VALUE}).")
    URI url;

    @Option(names = "--run-id", description = "Begins the ids of this run's accounts and commands (default: the time).")
    String runId = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** The ids of this run's accounts. */
    List<String> accountIds(int count) {
        return accountIds(runId, count);
    }

    static List<String> accountIds(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }
}
