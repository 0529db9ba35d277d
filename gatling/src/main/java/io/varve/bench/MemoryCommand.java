package io.varve.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many accounts known and a part of them active, then asks the node's JVM for its heap. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Opens many accounts, keeps a part of them active, and shows the heap of a node.")
final class MemoryCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target;

    @Option(names = "--known", defaultValue = "100000", description = "Accounts to open.")
    int known;

    @Option(names = "--active", defaultValue = "10000", description = "Accounts that deposits go to afterwards.")
    int active;

    @Option(names = "--seconds", defaultValue = "60", description = "How long deposits go to the active accounts.")
    int seconds;

    @Option(names = "--pid", required = true, description = "Process id of the node, on this machine.")
    long pid;

    @Override
    public Integer call() throws Exception {
        List<String> accountIds = target.accountIds(known);
        try (HttpGateway gateway = new HttpGateway(target.url)) {
            VarveRequests requests = new VarveRequests(gateway.host(), target.runId);
            Measured opened = new Bulk(gateway)
                    .send(accountIds.stream().map(requests::bulkOpen).iterator());
            System.out.printf("%,d accounts opened, %,d refused%n", opened.done(), opened.refused());
            List<String> activeIds = accountIds.subList(0, Math.min(active, known));
            Measured deposits = new ClosedLoop(gateway, gateway.connect(64))
                    .run(Calls.endless(() -> requests.depositInto(activeIds), 201), Duration.ofSeconds(seconds));
            System.out.printf("%,d deposits to %,d accounts%n", deposits.done(), activeIds.size());
            Heap.show(pid);
        }
        return 0;
    }
}
