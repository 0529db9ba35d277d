package io.varve.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast emptied views are filled from the journal again: fill, empty the views, watch them fill. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Fills accounts with deposits, then times how fast emptied views show them again.")
final class RebuildCommand implements Callable<Integer> {
    private static final int SAMPLED_ACCOUNTS = 100;
    private static final Goal GOAL = Goal.atLeast(20_000, 50_000);

    @Spec
    CommandSpec spec;

    @Mixin
    TargetOptions target;

    @Option(names = "--fill", description = "Add this many deposits first; 0: the accounts are filled already.")
    int fill;

    @Option(names = "--accounts", defaultValue = "10000", description = "Accounts that the deposits are dealt to.")
    int accounts;

    @Option(names = "--prefix", defaultValue = "bench-rebuild", description = "Begins the ids of these accounts.")
    String prefix;

    @Option(names = "--bulk-streams", defaultValue = "4", description = "Bulk requests at once for the fill.")
    int bulkStreams;

    @Option(
            names = "--rebuild",
            defaultValue = "",
            description = "A command that empties the views and lets them fill; without it, the operator does.")
    String rebuild;

    @Option(names = "--poll-millis", defaultValue = "500", description = "Between two looks at the views.")
    int pollMillis;

    @Option(names = "--patience-minutes", defaultValue = "60", description = "When to give up.")
    int patienceMinutes;

    @Override
    public Integer call() throws Exception {
        if (accounts < 1 || bulkStreams < 1 || pollMillis < 1 || fill < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--accounts, --bulk-streams and --poll-millis must be at least 1, --fill at least 0");
        }
        List<String> accountIds = TargetOptions.accountIds(prefix, accounts);
        List<String> sample = accountIds.subList(0, Math.min(SAMPLED_ACCOUNTS, accounts));
        try (HttpGateway gateway = new HttpGateway(target.url)) {
            VarveRequests requests = new VarveRequests(gateway.host(), target.runId);
            RebuildProgress progress = new RebuildProgress(gateway, requests, Duration.ofMillis(pollMillis));
            Duration patience = Duration.ofMinutes(patienceMinutes);
            if (fill > 0) {
                fill(gateway, requests, accountIds);
            }
            Views views = new Views(gateway, requests);
            Map<String, Long> revisions = views.mark(sample, RebuildProgress.AMOUNT_MINOR);
            views.await(revisions, patience);
            long events = progress.events().orElseThrow(() -> new IOException("no totals"));
            System.out.printf(Locale.ROOT, "the views show %,d events in %s%n", events, RebuildProgress.CURRENCY);
            Process rebuilding = null;
            if (rebuild.isBlank()) {
                System.out.println("now empty the views; waiting for that");
            } else {
                System.out.println(rebuild);
                rebuilding = Shell.start(rebuild);
            }
            RebuildProgress.Rebuilt rebuilt = progress.await(events, revisions, patience);
            if (rebuilding != null) {
                rebuilding.waitFor();
            }
            print(rebuilt);
        }
        return 0;
    }

    /** Each request has accounts of its own, opens them (which may be a repeat), and deals its deposits to them. */
    private void fill(HttpGateway gateway, VarveRequests requests, List<String> accountIds) throws Exception {
        List<Iterator<String>> sources = new ArrayList<>();
        for (int stream = 0; stream < bulkStreams; stream++) {
            int first = stream;
            List<String> own = IntStream.range(0, accounts)
                    .filter(i -> i % bulkStreams == first)
                    .mapToObj(accountIds::get)
                    .toList();
            // Dealt like the accounts: what does not divide goes to the first requests.
            int deposits = fill / bulkStreams + (first < fill % bulkStreams ? 1 : 0);
            if (!own.isEmpty()) {
                sources.add(lines(requests, own, deposits).iterator());
            }
        }
        Measured filled = new Bulk(gateway).send(sources);
        System.out.printf(
                Locale.ROOT,
                "%,d lines acknowledged, %,d refused, %,.0f /s%n",
                filled.done(),
                filled.refused(),
                filled.perSecond());
    }

    private static Stream<String> lines(VarveRequests requests, List<String> own, int deposits) {
        return Stream.concat(
                own.stream().map(id -> requests.bulkOpen(id, RebuildProgress.CURRENCY)),
                IntStream.range(0, deposits)
                        .mapToObj(i -> requests.bulkDeposit(own.get(i % own.size()), RebuildProgress.AMOUNT_MINOR)));
    }

    private static void print(RebuildProgress.Rebuilt rebuilt) {
        System.out.printf(
                Locale.ROOT,
                "%n%,d events in %.1f s after the first answer, which showed %,d; the views began to move after %.1f s,"
                        + " and from there it was %,.0f events/s%n%n%s%n%s%n",
                rebuilt.events(),
                rebuilt.seconds(),
                rebuilt.atFirst(),
                rebuilt.beginSeconds(),
                rebuilt.perSecondOnceBegun(),
                Judged.HEAD,
                new Judged(
                                "views rebuilt from the journal, events/s",
                                Judged.Unit.PER_SECOND,
                                List.of(rebuilt.perSecond()),
                                GOAL)
                        .row());
    }
}
