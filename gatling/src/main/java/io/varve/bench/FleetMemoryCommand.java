package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many vehicles known, lets a part of them report every second, then asks the node's JVM for its heap. */
@Command(
        name = "fleet-memory",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Makes many vehicles known, lets a part of them report every second, and shows the heap of a node.")
final class FleetMemoryCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 64;
    private static final int REGIONS = 20;

    @Mixin
    TargetOptions target;

    @Option(names = "--known", defaultValue = "10000", description = "Vehicles to make known, each with 100 signals.")
    int known;

    @Option(names = "--active", defaultValue = "1000", description = "Vehicles that report every second afterwards.")
    int active;

    @Option(names = "--seconds", defaultValue = "120", description = "For how long.")
    int seconds;

    @Option(names = "--pid", required = true, description = "Process id of the node, on this machine.")
    long pid;

    @Override
    public Integer call() throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(SignalText.BATCH);
        Area area = new Area(target.runId, REGIONS, known, start, Duration.ofSeconds(1));
        long past = (long) known * SignalText.BATCH;
        try (HttpGateway gateway = new HttpGateway(target.url);
                VarveFleet varve = VarveFleet.at(target.url, CONNECTIONS, area, area)) {
            varve.open(area);
            varve.fill(area, past);
            varve.awaitCount(area, past, past);
            System.out.printf(Locale.ROOT, "%,d vehicles known, with %,d signals%n", known, past);
            int reporting = Math.min(active, known);
            Reporting reports = new Reporting(new VarveFleetRequests(gateway.host()), area, reporting);
            List<HttpConnection> connections = gateway.connect(CONNECTIONS);
            long sent = new Paced(gateway, connections, reports).run(reporting, Duration.ofSeconds(seconds));
            System.out.printf(
                    Locale.ROOT,
                    "%,d signals of %,d vehicles in %d s (%,d were due), %,d refused%n",
                    sent,
                    reporting,
                    seconds,
                    (long) reporting * seconds,
                    reports.refused);
            Heap.show(pid);
            return reports.refused == 0 ? 0 : 1;
        }
    }

    /** Vehicles that report by turns. */
    private static final class Reporting implements Paced.Source {
        private final FleetRequests requests;
        private final Area area;
        private final SignalText text;
        private final int vehicles;
        private volatile long refused;

        Reporting(FleetRequests requests, Area area, int vehicles) {
            this.requests = requests;
            this.area = area;
            this.text = requests.text(area);
            this.vehicles = vehicles;
        }

        @Override
        public FullHttpRequest request(long number) {
            int vehicle = (int) (number % vehicles);
            return requests.report(area.vehicleId(vehicle), text.one(vehicle, SignalText.BATCH + number / vehicles));
        }

        @Override
        public void answered(long number, FullHttpResponse response) {
            if (response.status().code() != requests.taken()) {
                refused++;
            }
        }
    }
}
