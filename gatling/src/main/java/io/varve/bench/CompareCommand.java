package io.varve.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The same load on Varve and on a peer in turns, so that a machine that drifts drifts for both; medians of rounds. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Varve against a peer, if there is one, and against raw inserts into its Cassandra.")
final class CompareCommand implements Callable<Integer> {
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

    @Option(names = "--cassandra", defaultValue = "127.0.0.1:9042", description = "host:port of the same Cassandra.")
    String cassandra;

    @Option(names = "--datacenter", defaultValue = "datacenter1", description = "Its data centre.")
    String datacenter;

    @Option(names = "--accounts", defaultValue = "1000", description = "Accounts that the load spreads over.")
    int accounts;

    @Option(names = "--in-flight", defaultValue = "256", description = "Connections to each side; inserts at once.")
    int inFlight;

    @Option(names = "--bulk-streams", defaultValue = "2", description = "Bulk requests at once.")
    int bulkStreams;

    @Option(names = "--row-bytes", defaultValue = "250", description = "Payload of a raw insert.")
    int rowBytes;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds; in each, every line has its turns.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a turn.")
    int seconds;

    @Option(names = "--pause-seconds", defaultValue = "2", description = "Idle between two turns.")
    int pauseSeconds;

    @Option(names = "--warm-up-seconds", defaultValue = "120", description = "Load on each side before the first turn.")
    int warmUpSeconds;

    @Option(
            names = "--visibility-rate-share",
            defaultValue = "0.5,0.25",
            split = ",",
            description = "Shares of the peak at which it is measured when a deposit is visible.")
    List<Double> visibilityShares;

    @Option(names = "--visibility-seconds", defaultValue = "20", description = "Length of a turn of that; 0: none.")
    int visibilitySeconds;

    @Option(names = "--probes", defaultValue = "100", description = "Deposits per second followed into the view.")
    int probesPerSecond;

    @Override
    public Integer call() throws Exception {
        InetSocketAddress cassandraAddress = check();
        List<Service> services = new ArrayList<>();
        try {
            services.add(Service.ensure(target.url, varveStart, varveStop));
            if (peer.isGiven()) {
                services.add(Service.ensure(peer.url(), peer.start, peer.stop));
            }
            Side.Crowd crowd = new Side.Crowd(inFlight, target.accountIds(accounts));
            try (Inserts inserts = new Inserts(cassandraAddress, datacenter, rowBytes);
                    VarveSide varve = VarveSide.at(target.url, target.runId, crowd);
                    Side peerSide = peer.isGiven() ? Side.peer(peer.url(), target.runId, crowd) : null) {
                compare(new Sides(varve, peerSide, inserts));
            }
        } finally {
            services.forEach(Service::close);
        }
        return 0;
    }

    /** The peer may be null. */
    private record Sides(VarveSide varve, Side peer, Inserts inserts) {}

    private InetSocketAddress check() {
        require(accounts >= 2, "--accounts must be at least 2");
        require(rounds >= 1 && seconds >= 1 && inFlight >= 1, "--rounds, --seconds and --in-flight must be at least 1");
        require(
                visibilityShares.stream().allMatch(share -> share > 0 && share <= 1),
                "--visibility-rate-share must be above 0 and at most 1");
        require(
                peer.isGiven() || (peer.stop.isBlank() && peer.durability.isBlank()),
                "--peer-stop and --peer-durability need --peer-url or --peer-start");
        require(cassandra.matches("[^:]+:\\d{1,5}"), "--cassandra must be host:port");
        int colon = cassandra.lastIndexOf(':');
        return new InetSocketAddress(cassandra.substring(0, colon), Integer.parseInt(cassandra.substring(colon + 1)));
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private void compare(Sides sides) throws Exception {
        String conditions = conditions(sides.inserts());
        System.out.println(conditions);
        sides.varve().open();
        if (sides.peer() != null) {
            sides.peer().open();
        }
        warmUp(sides);
        Comparison comparison =
                new Comparison(sides.peer() != null, visibilitySeconds == 0 ? List.of() : visibilityShares);
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("round %d of %d%n", round, rounds);
            measure(sides, comparison);
        }
        measureVisibility(sides.varve(), comparison);
        System.out.printf("%n%s%n%n%s%n", conditions, comparison.tables());
    }

    /** Every kind of work gets its share of the time, on each side. */
    private void warmUp(Sides sides) throws Exception {
        if (warmUpSeconds == 0) {
            return;
        }
        System.out.printf("warming up for %d s a side%n", warmUpSeconds);
        Duration all = Duration.ofSeconds(warmUpSeconds);
        Duration part = all.dividedBy(Work.values().length + 1);
        for (Work work : Work.values()) {
            sides.varve().run(work, part);
        }
        sides.varve().bulk(bulkStreams, part);
        sides.inserts().run(inFlight, part);
        rest(sides.varve());
        if (sides.peer() != null) {
            for (Work work : Work.values()) {
                sides.peer().run(work, all.dividedBy(Work.values().length));
            }
            rest(sides.peer());
        }
    }

    private void measure(Sides sides, Comparison comparison) throws Exception {
        Duration time = Duration.ofSeconds(seconds);
        for (Work work : Work.values()) {
            comparison.varve(work).add(sides.varve().run(work, time));
            rest(sides.varve());
            if (sides.peer() != null) {
                comparison.peer(work).add(sides.peer().run(work, time));
                rest(sides.peer());
            }
        }
        comparison.bulk().add(sides.varve().bulk(bulkStreams, time));
        rest(sides.varve());
        comparison.inserts().add(sides.inserts().run(inFlight, time));
        pause();
    }

    private void measureVisibility(VarveSide varve, Comparison comparison) throws Exception {
        double peak = comparison.varve(Work.DEPOSITS).median();
        for (int round = 1; round <= rounds; round++) {
            for (VisibilityRounds visibility : comparison.visibility()) {
                visibility.add(varve.visibility(
                        peak * visibility.share(), probesPerSecond, Duration.ofSeconds(visibilitySeconds)));
                rest(varve);
            }
        }
    }

    private void rest(Side side) throws IOException, InterruptedException {
        side.settle();
        pause();
    }

    private void pause() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(pauseSeconds).toMillis());
    }

    private String conditions(Inserts inserts) throws IOException, InterruptedException {
        String peerDurability = peer.durability.isBlank() ? "not given" : Shell.output(peer.durability);
        return String.format(
                Locale.ROOT,
                "%s; %d rounds of %d s after %d s of warm-up a side, %d connections, %,d accounts.%n%s.%s",
                Machine.now(),
                rounds,
                seconds,
                warmUpSeconds,
                inFlight,
                accounts,
                inserts.durability(),
                peer.isGiven() ? " Peer: " + peerDurability + "." : "");
    }
}
