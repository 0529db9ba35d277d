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

/** Feeds, posts and likes, on Varve and as far as it goes on a peer in turns; medians of rounds. */
@Command(
        name = "social",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Varve against a peer, if there is one: pages of feeds; and posts, fan-out and likes.")
final class SocialCommand implements Callable<Integer> {
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
            names = "--lines",
            split = ",",
            description = "What to measure (default: everything): ${COMPLETION-CANDIDATES}.")
    Set<SocialLine> lines = EnumSet.allOf(SocialLine.class);

    @Option(names = "--connections", defaultValue = "64", description = "Connections to each side.")
    int connections;

    @Option(names = "--readers", defaultValue = "1000", description = "Whose feeds are read.")
    int readers;

    @Option(names = "--authors", defaultValue = "1000", description = "Who write.")
    int authors;

    @Option(names = "--followed", defaultValue = "200", description = "How many of the authors each reader follows.")
    int followed;

    @Option(names = "--posts", defaultValue = "100000", description = "Posts of all authors together.")
    int posts;

    @Option(names = "--filled", description = "All that is there already, by an earlier run of this --run-id.")
    boolean filled;

    @Option(names = "--few", defaultValue = "10", description = "Authors whom one more reader follows.")
    int few;

    @Option(names = "--many", defaultValue = "4000", description = "Authors whom another one follows.")
    int many;

    @Option(names = "--page-rate", defaultValue = "0", description = "Pages per second for these; 0: half of the peak.")
    double pageRate;

    @Option(names = "--fans", defaultValue = "100000", description = "Followers of one more author; they like, too.")
    int fans;

    @Option(names = "--fan-out", defaultValue = "1045", description = "Followers of another author.")
    int fanOut;

    @Option(names = "--post-rate", defaultValue = "50", description = "Posts per second of the one and of one without.")
    double postRate;

    @Option(names = "--spread", defaultValue = "1000", description = "Posts over which likes are spread.")
    int spread;

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
            SocialCrowd crowd = new SocialCrowd(target.runId, readers, authors, followed, posts);
            var reach = new VarveSocial.Reach(few, many, fans, fanOut, spread);
            try (VarveSocial varve = VarveSocial.at(target.url, crowd, connections, reach);
                    SocialSide peerSide = peer.isGiven() ? SocialSide.peer(peer.url(), crowd, connections) : null) {
                run(new SocialRun(varve, peerSide, turns(reach)));
            }
        } finally {
            services.forEach(Service::close);
        }
        return 0;
    }

    private void check() {
        require(rounds >= 1 && seconds >= 1 && connections >= 1, "--rounds, --seconds, --connections: at least 1");
        require(
                readers >= 20 && posts >= 1 && followed >= 1,
                "--readers: at least 20; --posts, --followed: at least 1");
        require(SocialCrowd.fits(authors, followed), "--authors: as many as --followed, and no multiple of 7");
        require(
                few >= 1 && few <= authors && many >= 1,
                "--few, --many: at least 1, and no more than --authors are few");
        require(fans >= 1 && spread >= 1 && fanOut >= 1, "--fans, --spread, --fan-out: at least 1");
        require(fans % spread == 0, "--fans must be a multiple of --spread, so that no like comes twice");
        require(postRate > 0 && pageRate >= 0, "--post-rate, --page-rate: no less than 0");
        require(
                pageRate > 0 || lines.contains(SocialLine.FEEDS) || !lines.contains(SocialLine.PAGES),
                "--lines PAGES needs FEEDS, to find the peak, or --page-rate");
        require(
                peer.isGiven() || (peer.stop.isBlank() && peer.durability.isBlank()),
                "--peer-stop and --peer-durability need --peer-url or --peer-start");
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private SocialRun.Turns turns(VarveSocial.Reach reach) {
        return new SocialRun.Turns(
                EnumSet.copyOf(lines),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUpSeconds),
                reach,
                pageRate,
                postRate,
                filled);
    }

    private void run(SocialRun run) throws Exception {
        String conditions = conditions();
        System.out.println(conditions);
        run.open();
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
                "%s; %d rounds of %d s after %d s of warm-up a side, %d connections; %,d readers follow %,d of %,d"
                        + " authors with %,d posts, %d on a page.%s",
                Machine.now(),
                rounds,
                seconds,
                warmUpSeconds,
                connections,
                readers,
                followed,
                authors,
                posts,
                SocialSide.PAGE,
                peer.isGiven() ? " Peer: " + peerDurability + "." : "");
    }
}
