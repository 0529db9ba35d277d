package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.varve.gatling.fleet.Dashboards;
import io.varve.gatling.fleet.FleetVerdict;
import io.varve.gatling.fleet.Reports;
import java.time.Duration;

/**
 * Dashboards that ask for vehicles, tracks, speeds and codes, and readers of the live stream, while a fleet reports at
 * a rate. Nothing may be shown that was not sent, every reader must get each of its signals once, and in the end every
 * question about the fleet must be answered exactly.
 */
public class DashboardSimulation extends Simulation {
    private static final int REPORTERS = 64;

    private final Duration time = Settings.seconds("seconds", 30);
    private final int readers = Settings.number("readers", 8, 1);
    private final Dashboards dashboards =
            new Dashboards("dash-" + Settings.runId(), Settings.number("vehicles", 200, 1), readers, time);
    private final FleetVerdict verdict = new FleetVerdict(dashboards.fleet());

    /** Wires the run; Gatling starts it. */
    public DashboardSimulation() {
        Load reports = new Load(REPORTERS, Settings.number("rate", 50, 1), time);
        Load looks = new Load(Settings.number("users", 16, 1), 0, time);
        PopulationBuilder signals =
                reports.of("signals", new Reports(dashboards.fleet(), Settings.number("batch", 20, 1)).any());
        setUp(dashboards.population(signals, looks.of("dashboards", dashboards.looks()), verdict))
                .protocols(Load.protocol().sseUnmatchedInboundMessageBufferSize(Dashboards.BUFFERED_MESSAGES))
                .maxDuration(reports.limit())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(Dashboards.READER).successfulRequests().count().is((long) readers),
                        details(FleetVerdict.VERDICT)
                                .successfulRequests()
                                .count()
                                .is(1L));
    }

    @Override
    public void after() {
        System.out.println(dashboards.summary() + verdict.summary());
    }
}
