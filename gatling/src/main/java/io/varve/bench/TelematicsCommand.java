package io.varve.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signals of vehicles and questions about them, on Varve and on a peer in turns; medians of rounds. */
@Command(
        name = "telematics",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Varve against a peer, if there is one: signals, average speeds, live events.")
final class TelematicsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    TargetOptions target;

    @Option(names = "--varve-start", defaultValue = "./varve up", description = "Starts Varve when it does not answer.")
    String varveStart;

    @Option(names = "--varve-stop", defaultValue = "./varve down", description = "Stops it if it was started by this.")
    String varveStop;

    @Mixin
    PeerOptions peer;

    @Option(
            names = "--peer-filled",
            defaultValue = "",
            description =
                    "A command to run when the peer has the day's signals, to make its tables ready for questions.")
    String peerFilled;

    @Option(
            names = "--lines",
            split = ",",
            description = "What to measure (default: everything): ${COMPLETION-CANDIDATES}.")
    Set<TelematicsLine> lines = EnumSet.allOf(TelematicsLine.class);

    @Option(names = "--connections", defaultValue = "64", description = "Connections to each side.")
    int connections;

    @Option(names = "--streams", defaultValue = "2", description = "NDJSON requests at once.")
    int streams;

    @Option(names = "--line-signals", defaultValue = "1", description = "Signals of a vehicle in a line of NDJSON.")
    int lineSignals;

    @Option(names = "--few-signals", defaultValue = "10000", description = "Signals of the week that has few.")
    int fewSignals;

    @Option(names = "--signals", defaultValue = "1000000", description = "Signals of the day, and of the full week.")
    int signals;

    @Option(names = "--callers", defaultValue = "4", description = "Who ask for a week's speeds at once.")
    int callers;

    @Option(names = "--live-rate", defaultValue = "1000", description = "Signals per second, one of a vehicle each.")
    int liveRate;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds; in each, every line has its turns.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a turn.")
    int seconds;

    @Option(names = "--warm-up-seconds", defaultValue = "120", description = "Load on each side before the first turn.")
    int warmUpSeconds;

    @Override
    public Integer call() throws Exception {
        check();
        List<Service> services = new ArrayList<>();
        try {
            services.add(Service.ensure(target.url, varveStart, varveStop));
            if (peer.isGiven()) {
                services.add(Service.ensure(peer.url(), peer.start, peer.stop));
            }
            TelematicsAreas areas = TelematicsAreas.of(target.runId, signals, fewSignals);
            try (VarveFleet varve = VarveFleet.at(target.url, connections, areas.loaded(), areas.streamed());
                    FleetSide peerSide =
                            peer.isGiven() ? FleetSide.peer(peer.url(), connections, areas.loaded()) : null) {
                run(new TelematicsRun(varve, peerSide, areas, turns()));
            }
        } finally {
            services.forEach(Service::close);
        }
        return 0;
    }

    private void check() {
        require(rounds >= 1 && seconds >= 1 && connections >= 1, "--rounds, --seconds, --connections: at least 1");
        require(callers >= 1 && streams >= 1 && liveRate >= 1, "--callers, --streams, --live-rate: at least 1");
        require(lineSignals >= 1 && lineSignals <= 1_000, "--line-signals: 1 to 1000");
        require(
                TelematicsAreas.fits(signals, fewSignals),
                "--signals must be a multiple of 100000, and --few-signals of 10000");
        require(
                peer.isGiven() || (peer.stop.isBlank() && peer.durability.isBlank() && peerFilled.isBlank()),
                "--peer-stop, --peer-durability and --peer-filled need --peer-url or --peer-start");
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private TelematicsRun.Turns turns() {
        return new TelematicsRun.Turns(
                EnumSet.copyOf(lines),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUpSeconds),
                new VarveFleet.Streams(streams, lineSignals),
                callers,
                liveRate);
    }

    private void run(TelematicsRun run) throws Exception {
        String conditions = conditions();
        System.out.println(conditions);
        run.open();
        if (!peerFilled.isBlank()) {
            System.out.println(Shell.output(peerFilled));
        }
        run.warmUp();
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("round %d of %d%n", round, rounds);
            run.round();
        }
        System.out.printf("%n%s%n%n%s%n", conditions, run.figures().tables());
    }

    private String conditions() throws IOException, InterruptedException {
        String peerDurability = peer.durability.isBlank() ? "not given" : Shell.output(peer.durability);
        return String.format(
                Locale.ROOT,
                "%s; %d rounds of %d s after %d s of warm-up a side, %d connections, %,d vehicles.%s",
                Machine.now(),
                rounds,
                seconds,
                warmUpSeconds,
                connections,
                TelematicsAreas.VEHICLES,
                peer.isGiven() ? " Peer: " + peerDurability + "." : "");
    }
}
