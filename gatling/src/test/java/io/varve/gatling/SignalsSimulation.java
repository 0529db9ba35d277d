package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Simulation;
import io.varve.gatling.fleet.Fleet;
import io.varve.gatling.fleet.FleetOpening;
import io.varve.gatling.fleet.FleetVerdict;
import io.varve.gatling.fleet.Reports;

/**
 * A fleet that reports one by one, in batches and in streams, and now and then once more. Every signal must be taken
 * once, and when the load is over, every question about the fleet must be answered exactly.
 */
public class SignalsSimulation extends Simulation {
    private final Fleet fleet = Fleet.of("sig-" + Settings.runId(), Settings.number("vehicles", 200, 1));
    private final Reports reports = new Reports(fleet, Settings.number("batch", 20, 1));
    private final FleetVerdict verdict = new FleetVerdict(fleet);
    private final Load load = Load.fromSettings();

    /** Wires the run; Gatling starts it. */
    public SignalsSimulation() {
        setUp(new FleetOpening(fleet)
                        .population()
                        .andThen(load.of("signals", reports.any()).andThen(verdict.population())))
                .protocols(Load.protocol())
                .maxDuration(load.limit())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(FleetVerdict.VERDICT)
                                .successfulRequests()
                                .count()
                                .is(1L));
    }

    @Override
    public void after() {
        System.out.println(verdict.summary());
    }
}
