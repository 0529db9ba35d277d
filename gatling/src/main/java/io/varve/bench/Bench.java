package io.varve.bench;

import io.varve.bench.buses.BusesCommand;
import io.varve.bench.follows.FollowsCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks; {@code gatling/README.md} says how to run them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Benchmarks of a running Varve.",
        subcommands = {
            CompareCommand.class,
            TelematicsCommand.class,
            BusesCommand.class,
            SocialCommand.class,
            FameCommand.class,
            FollowsCommand.class,
            RebuildCommand.class,
            HistoryCommand.class,
            MemoryCommand.class,
            FleetMemoryCommand.class
        })
public final class Bench {
    private Bench() {}

    /** Runs one subcommand; the exit code is 0 when it could measure, whatever it measured. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((exception, line, arguments) -> {
            if (!(exception instanceof IOException)) {
                throw exception;
            }
            line.getErr().println("bench: " + exception.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
