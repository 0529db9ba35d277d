package io.varve.read.speed;

import io.varve.node.vehicle.Signal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What vehicles may report, and what may befall those who keep the model. */
final class SpeedMoves {
    private SpeedMoves() {}

    enum What {
        DELIVER,
        DELIVER_WITH_GAPS,
        FAIL,
        RESTART,
        RESTART_BLINDLY,
        STALE,
        DRAW,
        REMOVE,
        TICK
    }

    /** Something that befalls the workers; what the numbers mean depends on what it is. */
    record Move(What what, int a, int b) {}

    /** A report of a few signals, some of them late. */
    record Report(int vehicle, int fleet, List<Signal> signals) {}

    static Arbitrary<List<Report>> reports() {
        var times = Arbitraries.integers().between(0, 40 * 60).map(m -> FleetStory.START.plusSeconds(60L * m));
        var places = Arbitraries.integers().between(0, 5).map(n -> n + 0.5);
        var speeds = Arbitraries.doubles().between(0, 120).ofScale(9).injectNull(0.1);
        var routes = Arbitraries.of(SpeedScenario.ROUTES).injectNull(0.3);
        var signals = Combinators.combine(times, places, places, speeds, routes)
                .as(FleetStory::signal)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        signals)
                .as(Report::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    static Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, What.DELIVER),
                                Tuple.of(2, What.DELIVER_WITH_GAPS),
                                Tuple.of(2, What.FAIL),
                                Tuple.of(1, What.RESTART),
                                Tuple.of(1, What.RESTART_BLINDLY),
                                Tuple.of(3, What.STALE),
                                Tuple.of(2, What.DRAW),
                                Tuple.of(1, What.REMOVE),
                                Tuple.of(4, What.TICK)),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11))
                .as(Move::new)
                .list()
                .ofMaxSize(40);
    }
}
