package io.varve.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures in turns, so that a machine that drifts drifts for all of them, and takes medians. */
@Command(
        name = "ratios",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Deposits per second against bare inserts per second, and how soon a deposit is visible.")
final class RatiosCommand implements Callable<Integer> {
    private static final double TARGET_SINGLE_TO_INSERT = 0.12;
    private static final double TARGET_HOT_TO_SINGLE = 0.5;
    private static final double TARGET_BULK_TO_SINGLE = 3;
    private static final double TARGET_VISIBLE_P99_MILLIS = 500;

    @Mixin
    TargetOptions target;

    @Option(names = "--cassandra", defaultValue = "127.0.0.1:9042", description = "host:port of the same Cassandra.")
    String cassandra;

    @Option(names = "--datacenter", defaultValue = "datacenter1", description = "Its data centre.")
    String datacenter;

    @Option(names = "--accounts", defaultValue = "1000", description = "Accounts that deposits spread over.")
    int accounts;

    @Option(names = "--in-flight", defaultValue = "256", description = "Inserts, and connections, at once.")
    int inFlight;

    @Option(names = "--bulk-streams", defaultValue = "2", description = "Bulk requests at once.")
    int bulkStreams;

    @Option(names = "--row-bytes", defaultValue = "250", description = "Payload of a bare insert.")
    int rowBytes;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each kind.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a round.")
    int seconds;

    @Option(names = "--warm-up-seconds", defaultValue = "60", description = "Load before the first round.")
    int warmUpSeconds;

    @Option(names = "--visibility-seconds", defaultValue = "30", description = "Length of the visibility round.")
    int visibilitySeconds;

    @Option(names = "--probes", defaultValue = "50", description = "Deposits per second followed into the view.")
    int probesPerSecond;

    private final Report insert = new Report("(a) bare prepared inserts");
    private final Report single = new Report("(b) single-request deposits");
    private final Report hot = new Report("(c) the same into one hot account");
    private final Report bulk = new Report("(d) NDJSON bulk deposits");

    @Override
    public Integer call() throws Exception {
        int colon = cassandra.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(cassandra.substring(0, colon), Integer.parseInt(cassandra.substring(colon + 1)));
        List<String> accountIds = target.accountIds(accounts);
        try (HttpGateway gateway = new HttpGateway(target.url);
                Inserts inserts = new Inserts(address, datacenter, rowBytes)) {
            Requests requests = new Requests(gateway.host(), target.runId);
            Bulk bulkRequests = new Bulk(gateway);
            Measured opened = bulkRequests.send(
                    accountIds.stream().map(requests::bulkOpen).iterator());
            System.out.printf("%d accounts opened%n", opened.done());
            List<HttpConnection> connections = gateway.connect(inFlight);
            ClosedLoop loop = new ClosedLoop(gateway, connections);
            Work work = new Work(inserts, loop, bulkRequests, requests, accountIds);
            warmUp(work);
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("round %d of %d%n", round, rounds);
                measure(work);
            }
            Visibility.Seen seen = new Visibility(gateway, connections, requests, accountIds)
                    .run(single.median() / 4, probesPerSecond, Duration.ofSeconds(visibilitySeconds));
            print(seen);
            connections.forEach(HttpConnection::close);
        }
        return 0;
    }

    private record Work(
            Inserts inserts, ClosedLoop loop, Bulk bulkRequests, Requests requests, List<String> accountIds) {}

    private void warmUp(Work work) throws Exception {
        System.out.printf("warming up for %d s%n", warmUpSeconds);
        Duration third = Duration.ofMillis(warmUpSeconds * 1_000L / 3);
        work.loop.run(() -> work.requests.deposit(work.accountIds), third.multipliedBy(2));
        work.bulkRequests.run(() -> work.requests.bulkDeposit(work.accountIds), bulkStreams, third.dividedBy(2));
        work.inserts.run(inFlight, third.dividedBy(2));
    }

    private void measure(Work work) throws Exception {
        Duration time = Duration.ofSeconds(seconds);
        List<String> hotAccount = work.accountIds.subList(0, 1);
        insert.add(work.inserts.run(inFlight, time));
        single.add(work.loop.run(() -> work.requests.deposit(work.accountIds), time));
        hot.add(work.loop.run(() -> work.requests.deposit(hotAccount), time));
        bulk.add(work.bulkRequests.run(() -> work.requests.bulkDeposit(work.accountIds), bulkStreams, time));
    }

    private void print(Visibility.Seen seen) {
        System.out.printf(
                Locale.ROOT,
                "%n%d cores, Java %s, %d rounds of %d s, %d in flight, %d accounts%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                rounds,
                seconds,
                inFlight,
                accounts);
        System.out.println("| | median | least to most | refused |\n|---|---|---|---|");
        List.of(insert, single, hot, bulk).forEach(report -> System.out.println(report.row()));
        System.out.println("\n| ratio | measured | target | |\n|---|---|---|---|");
        System.out.println(Report.ratio("single / insert (b/a)", single, insert, TARGET_SINGLE_TO_INSERT));
        System.out.println(Report.ratio("hot account / single (c/b)", hot, single, TARGET_HOT_TO_SINGLE));
        System.out.println(Report.ratio("bulk / single (d/b)", bulk, single, TARGET_BULK_TO_SINGLE));
        boolean reached = seen.p99Millis() < TARGET_VISIBLE_P99_MILLIS && seen.notVisible() == 0;
        System.out.printf(
                Locale.ROOT,
                "| (e) acknowledged to visible, p99 | %.0f ms (p50 %.0f ms, most %.0f ms) | below %.0f ms | %s |%n%n",
                seen.p99Millis(),
                seen.p50Millis(),
                seen.maxMillis(),
                TARGET_VISIBLE_P99_MILLIS,
                reached ? "reached" : "NOT reached");
        System.out.printf(
                Locale.ROOT,
                "(e) at %,.0f deposits/s (asked for %,.0f), acknowledged in %.1f ms (p50), %d reads, %d of them too"
                        + " late, %d deposits not begun in time%n",
                seen.depositsPerSecond(),
                single.median() / 4,
                seen.acknowledgedP50Millis(),
                seen.probes(),
                seen.notVisible(),
                seen.skipped());
    }
}
