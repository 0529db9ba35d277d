package io.varve.gatling;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Simulation;
import io.varve.gatling.social.Day;
import io.varve.gatling.social.People;
import io.varve.gatling.social.SocialOpening;
import io.varve.gatling.social.SocialVerdict;

/**
 * A day on the network: most people read, many like, some comment, few write. No page may show what nobody said.
 * When the day is over, every post must have exactly the likes and comments that it got, and feeds must be as history
 * has them.
 */
public class SocialSimulation extends Simulation {
    private final People people = new People("soc-" + Settings.runId(), Settings.number("people", 200, 2));
    private final Day day = new Day(people);
    private final SocialVerdict verdict = new SocialVerdict(people);
    private final Load load = Load.fromSettings();

    /** Wires the run; Gatling starts it. */
    public SocialSimulation() {
        setUp(new SocialOpening(people, day, Settings.number("follows", 15, 1))
                        .population(load.of("visits", day.visit()).andThen(verdict.population())))
                .protocols(Load.protocol())
                .maxDuration(load.limit())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(SocialVerdict.VERDICT)
                                .successfulRequests()
                                .count()
                                .is(1L));
    }

    @Override
    public void after() {
        System.out.println(verdict.summary());
    }
}
