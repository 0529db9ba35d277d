package io.varve.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks; {@code gatling/README.md} says how to run them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Benchmarks of a running Varve.",
        subcommands = {RatiosCommand.class, HistoryCommand.class, MemoryCommand.class})
public final class Bench {
    private Bench() {}

    /** Runs one subcommand; the exit code is 0 when it could measure, whatever it measured. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
