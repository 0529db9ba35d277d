package io.varve.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long an account with a long history takes to open: fill it, restart Varve, then time the first requests. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Fills one account with entries, or times its first requests after a restart.")
final class HistoryCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target;

    @Option(names = "--account", defaultValue = "bench-history", description = "The account.")
    String account;

    @Option(names = "--fill", description = "Open the account if need be and add this many deposits.")
    int fill;

    @Override
    public Integer call() throws Exception {
        try (HttpGateway gateway = new HttpGateway(target.url)) {
            VarveRequests requests = new VarveRequests(gateway.host(), target.runId);
            return fill > 0 ? fill(gateway, requests) : open(gateway, requests);
        }
    }

    private int fill(HttpGateway gateway, VarveRequests requests) throws Exception {
        List<String> accountIds = List.of(account);
        Stream<String> lines = Stream.concat(
                Stream.of(requests.bulkOpen(account)),
                Stream.generate(() -> requests.bulkDeposit(accountIds)).limit(fill));
        Measured filled = new Bulk(gateway).send(lines.iterator());
        System.out.printf(
                Locale.ROOT,
                "%s: %,d lines acknowledged, %d refused, %,.0f /s. Restart Varve, then run this without --fill.%n",
                account,
                filled.done(),
                filled.refused(),
                filled.perSecond());
        return filled.refused() == 0 ? 0 : 1;
    }

    private int open(HttpGateway gateway, VarveRequests requests) throws Exception {
        try (FirstAnswers answers = new FirstAnswers(gateway)) {
            // The route is made warm by an account that does not exist, so that the account itself is what is timed.
            answers.time(requests.deposit(target.runId + "-nobody"), "(warm-up) unknown account");
            answers.time(requests.deposit(account), "first deposit");
            answers.time(requests.deposit(account), "second deposit");
            answers.time(requests.account(account), "balance");
            answers.time(requests.get("/v1/accounts/" + account + "/entries?limit=50"), "newest 50 entries");
        }
        return 0;
    }
}
